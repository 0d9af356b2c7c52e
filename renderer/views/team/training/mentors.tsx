import type { Row } from '../../../engine';
import { AnswerPlace } from '../../../frame/answer-place';
import { numberIn, textIn } from '../../../frame/answers';
import { Panel } from '../../../frame/panel';
import { TableTools } from '../../../frame/table-tools';
import { explain } from '../../../state/screen';
import { useMetric } from '../../../state/use-metric';
import { useQuestionOver } from '../../../state/use-period';
import type { Words } from '../../../i18n';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import type { Formats } from '../../../ui/use-format';
import { useFormat } from '../../../ui/use-format';
import { useNarrow } from '../../../ui/use-narrow';
import { useWords } from '../../../ui/words';

/** Who could help whom, as one assignment: both people's figure in the skill, the mentor's load, how alike their work is and what closing the gap is worth. */
export function Mentors() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const narrow = useNarrow();
  const question = useQuestionOver({ from: null, to: null });
  const asked = useMetric('mentors', question);
  const rows = [...(asked.answer?.grid.rows ?? [])]
    .filter((row) => textIn(row, 'rep') !== null)
    .sort(
      (a, b) =>
        (textIn(a, 'rep') ?? '').localeCompare(textIn(b, 'rep') ?? '') ||
        (textIn(a, 'skill') ?? '').localeCompare(textIn(b, 'skill') ?? ''),
    );
  const columns = columnsOf(words, formats, asked.answer?.currency ?? '');
  return (
    <Panel
      title={t('metric.mentors.title')}
      note={t('training.mentorsNote')}
      stale={asked.stale}
      className="training-table below"
      end={<TableTools name="mentors" columns={columns} rows={rows} />}
    >
      <AnswerPlace
        answered={asked}
        isEmpty={(answer) => textIn(answer.grid.rows[0], 'reason')?.startsWith('missing') ?? false}
      >
        {() =>
          rows.length === 0 ? (
            <p className="small quiet">{t('training.noGaps')}</p>
          ) : (
            <Table
              label={t('metric.mentors.title')}
              columns={shownOf(columns, formats, narrow)}
              rows={rows}
              onOpen={(row) =>
                explain({
                  metric: 'mentors',
                  question,
                  where: { rep: textIn(row, 'rep'), skill: textIn(row, 'skill') },
                })
              }
            />
          )
        }
      </AnswerPlace>
    </Panel>
  );
}

function columnsOf(words: Words, formats: Formats, currency: string): readonly TableColumn<Row>[] {
  const { t, find } = words;
  const skillOf = (row: Row): string => find(`skill.${textIn(row, 'skill')}`) ?? textIn(row, 'skill') ?? '';
  const figure = (name: string) => ({
    value: (row: Row) => numberIn(row, name),
    show: (row: Row) => figureOf(row, numberIn(row, name), formats, currency),
    // Rows have units of their own: a share says so by its sign, money is plain.
    copied: (row: Row) => {
      const value = numberIn(row, name);
      return value === null || textIn(row, 'measure') === 'money' ? value : figureOf(row, value, formats, currency);
    },
    align: 'right' as const,
  });
  return [
    { id: 'rep', head: t('training.mentee'), value: (row) => textIn(row, 'rep'), width: 'minmax(154px, 1.5fr)' },
    { id: 'skill', head: t('training.skill'), value: skillOf, width: 'minmax(118px, 1fr)' },
    { id: 'mentee_value', head: t('training.now'), ...figure('mentee_value'), width: '60px' },
    {
      id: 'mentor',
      head: t('training.mentor'),
      value: (row) => textIn(row, 'mentor') ?? insteadOf(row, words),
      show: (row) => textIn(row, 'mentor') ?? <span className="quiet">{insteadOf(row, words)}</span>,
      width: 'minmax(154px, 1.5fr)',
    },
    { id: 'mentor_value', head: t('training.theirs'), ...figure('mentor_value'), width: '76px' },
    {
      id: 'mentor_lower',
      head: t('training.range'),
      value: (row) => numberIn(row, 'mentor_lower'),
      show: (row) => rangeOf(row, formats, currency),
      copied: (row) => (numberIn(row, 'mentor_lower') === null ? null : rangeOf(row, formats, currency)),
      align: 'right',
      width: '112px',
    },
    {
      id: 'mentor_mentees',
      head: t('training.load'),
      value: (row) => numberIn(row, 'mentor_mentees'),
      show: (row) => formats.count(numberIn(row, 'mentor_mentees')),
      align: 'right',
      width: '76px',
    },
    {
      id: 'overlap',
      head: t('training.overlap'),
      value: (row) => numberIn(row, 'overlap'),
      show: (row) => formats.of('ratio', numberIn(row, 'overlap')),
      copied: (row) => (numberIn(row, 'overlap') === null ? null : formats.of('ratio', numberIn(row, 'overlap'))),
      align: 'right',
      width: '64px',
    },
    {
      id: 'alone_money',
      head: t('training.worth'),
      value: (row) => numberIn(row, 'alone_money'),
      show: (row) => formats.money(numberIn(row, 'alone_money'), currency),
      align: 'right',
      width: '74px',
    },
  ];
}

// A mentor's figure and its interval share a column on screen; a spreadsheet has them apart. In a narrow window names go before how alike the work is.
function shownOf(columns: readonly TableColumn<Row>[], formats: Formats, narrow: boolean): readonly TableColumn<Row>[] {
  return columns.flatMap((column) => {
    if (column.id === 'mentor_lower' || (narrow && column.id === 'overlap')) return [];
    if (column.id !== 'mentor_value') return [column];
    const show = (row: Row) => (
      <>
        {column.show?.(row)}{' '}
        <span className="caption">{numberIn(row, 'mentor_lower') !== null && rangeOf(row, formats, '')}</span>
      </>
    );
    return [{ ...column, show, width: '124px' }];
  });
}

function figureOf(row: Row, value: number | null, formats: Formats, currency: string): string {
  switch (textIn(row, 'measure')) {
    case 'money':
      return formats.money(value, currency);
    case 'pace':
      return formats.of('index', value);
    default:
      return formats.ratio(value);
  }
}

function rangeOf(row: Row, formats: Formats, currency: string): string {
  const limits = [numberIn(row, 'mentor_lower'), numberIn(row, 'mentor_upper')] as const;
  switch (textIn(row, 'measure')) {
    case 'money':
      return formats.range('money', ...limits, { currency: currency || undefined, compact: true });
    case 'pace':
      return formats.range('index', ...limits);
    default:
      return formats.range('ratio', ...limits);
  }
}

/** What there is where nobody can help: the programmes that teach it, else that there is none. */
export function insteadOf(row: Row, { t }: Words): string {
  const programmes = textIn(row, 'programmes');
  if (programmes !== null && programmes !== '') return t('training.instead', { programmes });
  return t(textIn(row, 'reason') === 'no_place' ? 'training.noPlace' : 'training.noMentor');
}
