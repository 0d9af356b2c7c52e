import { useState } from 'react';
import { histogram } from '../../../charts/histogram';
import { numberColumn, tableOf } from '../../../charts/table';
import { AnswerPlace } from '../../../frame/answer-place';
import { extraRows } from '../../../frame/extra';
import { useAsked } from '../../../frame/measure';
import { OwnRows } from '../../../frame/own-rows';
import { Panel } from '../../../frame/panel';
import { Picture } from '../../../frame/picture';
import { TableTools } from '../../../frame/table-tools';
import { showBehind } from '../../../state/screen';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Attained } from './attained';
import type { Share } from './attained';
import { attainedOf, binsOf, medianOf, sharesOf } from './attained';

/** How much of their targets people reached: the spread as a picture, everybody by name below, those without a target too. */
export function ByPerson() {
  const { t } = useWords();
  const asked = useAsked('attainment', {}, ['rep']);
  const currency = asked.answer?.currency ?? '';
  const attained = attainedOf(asked.answer?.grid.rows ?? [], extraRows(asked.answer, 'teams'));
  const teams = new Set(attained.flatMap(({ rep, isTeam }) => (isTeam ? [rep] : []))).size;
  const shares = sharesOf(attained);
  const columns = useColumns(currency);
  const ofTeams = { ...asked.question, by: ['team'], options: { targets: 'teams' } };
  const open = ({ rep, isTeam, measure }: Attained): void =>
    showBehind({
      metric: 'attainment',
      question: isTeam ? ofTeams : asked.question,
      where: isTeam ? { team: rep, measure } : { rep, measure },
      part: 'denominator',
      title: t('targets.reached', { measure: rep }),
    });
  return (
    <Panel
      title={t('targets.attained')}
      note={t('targets.attainedNote', { n: shares.length, teams })}
      stale={asked.stale}
      className="fills"
      end={<TableTools name="attainment" columns={columns} rows={attained} />}
    >
      <AnswerPlace answered={asked} isEmpty={() => attained.length === 0}>
        {() => (
          <>
            {shares.length > 0 && <Shares shares={shares} attained={attained} columns={columns} />}
            <Table label={t('targets.everybody')} columns={columns} rows={attained} onOpen={open} />
          </>
        )}
      </AnswerPlace>
    </Panel>
  );
}

interface SharesProps {
  readonly shares: readonly Share[];
  readonly attained: readonly Attained[];
  readonly columns: readonly TableColumn<Attained>[];
}

interface Opened {
  readonly title: string;
  readonly people: readonly string[];
}

// How many people reached how much, with the one in the middle.
function Shares({ shares, attained, columns }: SharesProps) {
  const { t, locale } = useWords();
  const [opened, open] = useState<Opened | null>(null);
  const { of } = useFormat();
  const bins = binsOf(shares);
  const median = medianOf(shares) ?? 0;
  const table = tableOf(
    numberColumn(
      'from',
      'ratio',
      bins.map(({ from }) => from),
    ),
    numberColumn(
      'to',
      'ratio',
      bins.map(({ to }) => to),
    ),
    numberColumn(
      'count',
      'count',
      bins.map(({ people }) => people.length),
    ),
  );
  const onRows = (where: Readonly<Record<string, string | null>>, title: string): void =>
    open({ title, people: bins.find(({ from }) => String(from) === where['from'])?.people ?? [] });
  return (
    <>
      <Picture
        name={t('targets.attained')}
        height={190}
        table={table}
        onRows={onRows}
        draw={(marks) =>
          histogram(
            table,
            { median: { value: median, lower: null, upper: null } },
            {
              axis: t('targets.attainedAxis'),
              median: t('targets.median', { value: of('ratio', median, { decimals: 0 }) }),
              counted: (n) => t('targets.people', { n }),
            },
            locale,
            marks,
          )
        }
      />
      {opened && (
        <OwnRows
          title={opened.title}
          counted={t('targets.people', { n: opened.people.length })}
          name="attainment"
          columns={columns}
          rows={attained.filter(({ rep, isTeam, hasTarget }) => hasTarget && !isTeam && opened.people.includes(rep))}
          onClose={() => open(null)}
        />
      )}
    </>
  );
}

function useColumns(currency: string): readonly TableColumn<Attained>[] {
  const { t, find } = useWords();
  const { money, count, of } = useFormat();
  const figure = (measure: string, value: number | null): string =>
    measure === 'bookings' ? money(value, currency) : count(value);
  return [
    {
      id: 'rep',
      head: t('column.rep'),
      value: ({ rep, isTeam }) => (isTeam ? t('targets.team', { team: rep }) : rep),
      width: 'minmax(150px, 1fr)',
    },
    {
      id: 'measure',
      head: t('targets.counted'),
      value: ({ measure, hasTarget }) =>
        hasTarget ? (find(`targets.measure.${measure}`) ?? measure) : t('targets.noTarget'),
      width: '104px',
    },
    {
      id: 'actual',
      head: t('targets.actual'),
      value: ({ actual }) => actual,
      show: ({ measure, actual }) => figure(measure, actual),
      align: 'right',
      width: '88px',
    },
    {
      id: 'target',
      head: t('targets.target'),
      value: ({ target }) => target,
      show: ({ measure, target }) => figure(measure, target),
      align: 'right',
      width: '88px',
    },
    {
      id: 'value',
      head: t('targets.ofIt'),
      value: ({ value }) => value,
      show: ({ value }) => of('ratio', value, { decimals: 0 }),
      align: 'right',
      width: '104px',
    },
  ];
}
