import { AnswerPlace } from '../../frame/answer-place';
import { figureIn, numberIn, textIn } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { reasonText, valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Carded } from './people';

/** How the person's skills fit the seat, and whether another raises a question; never a verdict. */
export function Seat({ person: { rep, role } }: { person: Carded }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const asked = useAsked('right-seat');
  const rows = (asked.answer?.grid.rows ?? []).filter((row) => row['rep'] === rep);
  const own = rows.find((row) => row['seat'] === role);
  const { value, lower, upper, reason } = figureIn(own);
  const better = rows.filter((row) => row['question'] === true);
  return (
    <Panel title={t('metric.right-seat.title')} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => false}>
        {() => (
          <>
            <p className="small">
              {value === null
                ? reasonText(reason ?? 'too_little_evidence', words)
                : t('card.fit', {
                    fit: formats.of('index', value, { sign: true }),
                    range: formats.range('index', lower, upper, { sign: true }),
                    n: numberIn(own, 'skills') ?? 0,
                  })}
            </p>
            {better.map((row) => (
              <p key={textIn(row, 'seat')} className="small">
                {t('card.otherSeat', { seat: valueName(textIn(row, 'seat'), words) })}
              </p>
            ))}
          </>
        )}
      </AnswerPlace>
    </Panel>
  );
}
