import { sureText } from '../../frame/sure-text';
import { useQuestion } from '../../state/question';
import type { MetricAnswer } from '../../state/use-metric';
import { Dialog } from '../../ui/dialog';
import { useWords } from '../../ui/words';
import type { MeasureModel } from './measures';
import { OverTime } from './over-time';
import { pairsOf } from './pairs';
import { standingsOf } from './people';
import { columnOf, isPeople, nameIn } from './unit';

interface CloserProps {
  readonly model: MeasureModel;
  readonly people: readonly string[];
  readonly slots: readonly number[];
  readonly answer: MetricAnswer;
}

/** One measure more closely: each person over eight quarters, and what can be said of each two of them. */
export function Closer({ onClose, ...asked }: CloserProps & { onClose: () => void }) {
  const { t } = useWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  return (
    <Dialog title={t(asked.model.title)} place="side" onClose={onClose}>
      <div className="stack">
        {unit !== 'period' && (
          <section>
            <h3>{t('reps.trend')}</h3>
            <OverTime {...asked} />
          </section>
        )}
        <section>
          <h3>{t('reps.pairs')}</h3>
          <Pairs {...asked} />
        </section>
      </div>
    </Dialog>
  );
}

function Pairs({ model, people, answer }: CloserProps) {
  const words = useWords();
  const { t } = words;
  const { unit } = useQuestion((history) => history.asked.reps);
  const standings = standingsOf(answer.grid.rows, columnOf(unit), people, true);
  // Segments and quarters are told apart as days are, by the differences themselves.
  const kind = model.kind === 'rate' && !isPeople(unit) ? 'days' : model.kind;
  const pairs = pairsOf(kind, standings, answer.homogeneity).map((pair) => ({
    ...pair,
    first: nameIn(unit, pair.first, words),
    second: nameIn(unit, pair.second, words),
  }));
  if (pairs.length === 0) return <p className="small quiet">{t('reps.noPairs')}</p>;
  const said = model.kind === 'days' ? 'reps.takesLonger' : 'reps.ahead';
  return (
    <ul className="reps-pairs">
      {pairs.map(({ first, second, sure }) => (
        <li key={`${first} ${second}`} className={sure === null ? 'quiet' : 'verdict'}>
          {sure === null
            ? t('reps.pairUnsaid', { first, second })
            : t(said, { first, second, sure: sureText(sure), n: 1 })}
        </li>
      ))}
    </ul>
  );
}
