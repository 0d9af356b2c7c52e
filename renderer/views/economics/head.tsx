import { numberIn, textIn, useStatus } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { reasonText } from '../../frame/names';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { economicsHeadline } from './headline';
import { useRise } from './use-rise';

/** What one win costs, and what a better rate would bring. */
export function Head() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const cost = useAsked('cost-per-conversion');
  const rise = useRise();
  useStatus(cost.answer, { metric: 'cost-per-conversion', question: cost.question }, 'status.wins');
  if (!cost.answer || !rise.answer) return <div className="answer-head answer-waiting" />;
  const { currency } = cost.answer;
  const row = rise.answer.grid.rows[0];
  const text = (value: number | null, write: (value: number) => string): string | null =>
    value === null ? null : write(value);
  const one = numberIn(cost.answer.grid.rows[0], 'value');
  const sentences = economicsHeadline({
    cost: text(one, (value) => formats.money(value, currency)),
    points: formats.of('ratio', rise.rise, { bare: true, trim: true }),
    added: text(numberIn(row, 'added_wins'), (value) => formats.of('score', value)),
    margin: text(numberIn(row, 'added_margin_money'), (value) => formats.money(value, currency)),
    isMargin: textIn(row, 'basis') === 'margin',
  });
  return (
    <div className={`answer-head ${cost.stale || rise.stale ? 'stale' : ''}`}>
      <h1>{sentences.map(({ key, args }) => t(key, args)).join(' ')}</h1>
      <p>{one === null ? reasonText(textIn(cost.answer.grid.rows[0], 'reason'), words) : t('economics.assuming')}</p>
    </div>
  );
}
