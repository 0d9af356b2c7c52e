import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';
import { FigureButton } from '../../../frame/figure-button';
import type { Asked } from '../../../frame/measure';
import type { Formats } from '../../../ui/use-format';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

interface Line {
  readonly name: 'cost' | 'sharePaid' | 'inReach' | 'topShare' | 'partsTouched';
  readonly column: string;
  readonly show: (value: number | null, formats: Formats, currency: string) => string;
  readonly gap: (value: number, formats: Formats, currency: string) => string;
}

const share = {
  show: (value: number | null, { of }: Formats) => of('ratio', value, { decimals: 0 }),
  gap: (value: number, { points }: Formats) => points(value),
};

const lines: readonly Line[] = [
  {
    name: 'cost',
    column: 'cost_money',
    show: (value, { money }, currency) => money(value, currency),
    gap: (value, { of }, currency) => of('money', value, { currency, compact: true, sign: true }),
  },
  { name: 'sharePaid', column: 'share_paid', ...share },
  { name: 'inReach', column: 'reach', ...share },
  { name: 'topShare', column: 'top20_share', ...share },
  {
    name: 'partsTouched',
    column: 'value',
    show: (value, { count }) => count(value),
    gap: (value, { of }) => of('count', value, { sign: true }),
  },
];

/** What the plan as it is would have paid and to whom, beside the changed one. */
export function Outcome({ asked, plan }: { asked: Asked; plan: string }) {
  const { t } = useWords();
  const formats = useFormat();
  const rows = asked.answer?.grid.rows ?? [];
  const now = rows.find((row) => textIn(row, 'plan') === plan);
  const changed = rows.find((row) => textIn(row, 'plan') === 'edited');
  const currency = asked.answer?.currency ?? '';
  const figure = (row: Row | undefined, { column, show }: Line) =>
    row === undefined ? (
      <span className="quiet">–</span>
    ) : (
      <FigureButton
        metric="plan-complexity"
        question={asked.question}
        where={{ plan: textIn(row, 'plan') }}
        text={show(numberIn(row, column), formats, currency)}
      />
    );
  const gapOf = ({ column, gap }: Line): string => {
    const [before, after] = [numberIn(now, column), numberIn(changed, column)];
    return before === null || after === null ? '' : gap(after - before, formats, currency);
  };
  return (
    <table className="targets-outcome small">
      <thead>
        <tr>
          <th scope="col">{plan}</th>
          <th scope="col">{t('targets.now')}</th>
          <th scope="col">{t('targets.changed')}</th>
          <th scope="col">{t('targets.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.name}>
            <th scope="row">{t(`targets.${line.name}`)}</th>
            <td>{figure(now, line)}</td>
            <td>{figure(changed, line)}</td>
            <td className="num">{gapOf(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
