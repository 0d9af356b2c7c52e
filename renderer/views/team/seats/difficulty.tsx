import type { Question } from '../../../../electron/model/question';
import type { Row } from '../../../engine';
import { AnswerPlace } from '../../../frame/answer-place';
import { numberIn, textIn } from '../../../frame/answers';
import { FigureButton } from '../../../frame/figure-button';
import { LongList } from '../../../frame/long-list';
import { Panel } from '../../../frame/panel';
import { useMetric } from '../../../state/use-metric';
import type { Formats } from '../../../ui/use-format';
import { useFormat } from '../../../ui/use-format';
import type { Words } from '../../../i18n';
import { useWords } from '../../../ui/words';

const telling: ReadonlySet<string> = new Set(['few_entries', 'skill', 'deal_size', 'territory', 'missing_training']);

/** Who was below most peers in three of four quarters, by name, and which parts of the work explain it surely: each a question to ask. */
export function Difficulty({ question }: { question: Question }) {
  const { t } = useWords();
  const asked = useMetric('persistent-difficulty', question);
  const rows = asked.answer?.grid.rows ?? [];
  const names = [...new Set(rows.flatMap((row) => textIn(row, 'rep') ?? []))].sort((a, b) => a.localeCompare(b));
  return (
    <Panel title={t('seats.lasting')} note={t('seats.lastingNote')} stale={asked.stale} className="below">
      <AnswerPlace answered={asked} isEmpty={() => false}>
        {({ currency }) =>
          names.length === 0 ? (
            <p className="small quiet">{t('seats.nobodyLasting')}</p>
          ) : (
            <LongList label={t('seats.lasting')} items={names} nameOf={(rep) => rep}>
              {(rep) => (
                <OneInDifficulty
                  key={rep}
                  rep={rep}
                  rows={rows.filter((row) => textIn(row, 'rep') === rep)}
                  question={question}
                  currency={currency}
                />
              )}
            </LongList>
          )
        }
      </AnswerPlace>
    </Panel>
  );
}

interface OneProps {
  readonly rep: string;
  readonly rows: readonly Row[];
  readonly question: Question;
  readonly currency: string;
}

function OneInDifficulty({ rep, rows, question, currency }: OneProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const [first] = rows;
  const causes = rows.filter((row) => telling.has(textIn(row, 'reading') ?? ''));
  return (
    <div className="difficulty-row" role="listitem">
      <span className="attention-said">{rep}</span>
      <span className="caption num">
        {t('seats.quarters', { below: numberIn(first, 'quarters_below') ?? 0, of: numberIn(first, 'quarters') ?? 0 })}
      </span>
      <span className="difficulty-causes">
        {causes.length === 0 && <span className="quiet">{t('seats.noCause')}</span>}
        {causes.map((row) => (
          <span key={textIn(row, 'cause')} className="difficulty-cause">
            {causeText(row, words, formats)}
            {numberIn(row, 'value') !== null && (
              <FigureButton
                metric="persistent-difficulty"
                question={question}
                where={{ rep, cause: textIn(row, 'cause') }}
                text={formats.money(numberIn(row, 'value'), currency)}
              />
            )}
            {numberIn(row, 'lower') !== null && (
              <span className="caption num">
                {formats.range('money', numberIn(row, 'lower'), numberIn(row, 'upper'), { currency, compact: true })}
              </span>
            )}
          </span>
        ))}
      </span>
    </div>
  );
}

function causeText(row: Row, { t, find }: Words, formats: Formats): string {
  const cause = textIn(row, 'cause') ?? '';
  const [own, peers] = [numberIn(row, 'own'), numberIn(row, 'peers')];
  const pair = (show: (value: number | null) => string) => ({ own: show(own), peers: show(peers) });
  switch (textIn(row, 'reading')) {
    case 'few_entries':
      return t('seats.causeEntries', pair(formats.count));
    case 'deal_size':
      return t('seats.causeValue', pair(formats.count));
    case 'territory':
      return t('seats.causeMix');
    case 'missing_training':
      return t('seats.causeTraining', { programmes: textIn(row, 'programmes') ?? '' });
    default:
      return t('seats.causeSkill', { skill: find(`skill.${cause}`) ?? cause, ...pair(formats.ratio) });
  }
}
