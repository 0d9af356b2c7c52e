import { barsByTeam, barsByTeamHeight } from '../../charts/bars-by-team';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn } from '../../frame/answers';
import { breakdownRows } from '../../frame/breakdown';
import type { Row } from '../../engine';
import { chartTable } from '../../frame/chart-table';
import { useAsked } from '../../frame/measure';
import { moneyUnit } from '../../frame/money-unit';
import { dimensionName, valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture } from '../../frame/picture';
import { useMore } from '../../frame/use-more';
import { useChoice } from '../../state/choices';
import { filterTo } from '../../state/question';
import { Pick } from '../../ui/pick';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { unplacedIn } from './unplaced';

/** What reaching each step costs: the same spending over ever fewer conversions. */
export function CostByStep() {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const won = useAsked('cost-per-conversion', { conversion: 'won' });
  const asked = [
    { step: 'lead', ...useAsked('cost-per-conversion', { conversion: 'lead' }) },
    { step: 'qualified', ...useAsked('cost-per-conversion', { conversion: 'qualified' }) },
    { step: 'meeting', ...useAsked('cost-per-conversion', { conversion: 'meeting' }) },
    { step: 'proposal', ...useAsked('cost-per-conversion', { conversion: 'proposal' }) },
    { step: 'won', ...won },
  ];
  const costs = asked.map(({ step, answer }) => ({ step, value: numberIn(answer?.grid.rows[0], 'value') }));
  const shown = costs.filter(({ value }) => value !== null);
  const table = tableOf(
    textColumn(
      'step',
      shown.map(({ step }) => step),
    ),
    numberColumn(
      'value',
      'money',
      shown.map(({ value }) => value),
    ),
  );
  const costsShown = shown.map(({ value }) => value ?? 0);
  const unit = won.answer ? [moneyUnit(costsShown, won.answer.currency, words, formats)] : [];
  return (
    <Panel
      title={t('economics.byStep')}
      note={[...unit, t('economics.byStepNote')].join(' · ')}
      stale={asked.some(({ stale }) => stale)}
    >
      <AnswerPlace answered={won} isEmpty={() => shown.length === 0}>
        {(answer) => (
          <Picture
            name={t('economics.byStep')}
            height={barsByTeamHeight(shown.length)}
            table={table}
            behind={({ step = null }) => {
              const found = asked.find((each) => each.step === step);
              return found ? { metric: 'cost-per-conversion', question: found.question } : null;
            }}
            draw={(marks) =>
              barsByTeam(
                table,
                { category: 'step', labelWidth: 112, currency: answer.currency },
                { target: '', nameOf: (step) => words.find(`rung.${step}`) ?? '' },
                locale,
                marks,
              )
            }
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}

const offered = ['source', 'rep', 'team', 'role'] as const;

/** The cost of a win by where it came from or who won it; money spent has no interval, so nothing beyond the sums is claimed. */
export function CostBySource() {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const [by, setBy] = useChoice('economics.by', ...offered);
  const asked = useAsked('cost-per-conversion', {}, [by]);
  const every = asked.answer?.grid.rows ?? [];
  const list = useMore(8, by);
  const told = every.filter((row) => row['value'] !== null);
  const { shown: rows, more } = breakdownRows(told, by, list.most);
  const table = chartTable(asked.answer?.grid.columns ?? [], rows);
  const values = rows.map((row) => numberIn(row, 'value') ?? 0);
  const nameOfDimension = (id: string): string => dimensionName(id, words).toLocaleLowerCase();
  const title = t('overview.byDimension', {
    metric: t('metric.cost-per-conversion.title'),
    dimension: nameOfDimension(by),
  });
  return (
    <Panel
      title={title}
      note={asked.answer && moneyUnit(values, asked.answer.currency, words, formats)}
      stale={asked.stale}
      end={
        <Pick
          label={t('funnel.byWhat')}
          items={offered.map((id) => ({ id, text: t('funnel.by', { dimension: nameOfDimension(id) }) }))}
          selected={by}
          onChange={(id) => setBy(offered.find((each) => each === id) ?? 'source')}
        />
      }
    >
      <AnswerPlace answered={asked} isEmpty={() => rows.length === 0}>
        {(answer) => (
          <div className={list.className}>
            <Picture
              name={title}
              height={barsByTeamHeight(rows.length)}
              table={table}
              draw={(marks) =>
                barsByTeam(
                  table,
                  { category: by, labelWidth: 148, currency: answer.currency },
                  { target: '', nameOf: (value) => valueName(value, words) },
                  locale,
                  marks,
                )
              }
              explained={{ metric: 'cost-per-conversion', question: asked.question }}
              onChoose={(where) => filterTo(by, [where[by] ?? 'Unknown'])}
            />
          </div>
        )}
      </AnswerPlace>
      {list.button(more)}
      {rows.length > 0 && <Unplaced rows={every} by={by} currency={asked.answer?.currency ?? ''} />}
    </Panel>
  );
}

// What no bar shows, so that the bars are not taken for the whole.
function Unplaced({ rows, by, currency }: { rows: readonly Row[]; by: string; currency: string }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const { money, whole, free } = unplacedIn(rows, by);
  const dimension = dimensionName(by, words).toLocaleLowerCase();
  const sums = { money: formats.money(money, currency), whole: formats.money(whole, currency), dimension };
  const said = [
    ...(money > 0 ? [t('economics.unplaced', sums)] : []),
    ...(free > 0 ? [t('economics.withoutSpending', { n: free })] : []),
  ];
  return said.length > 0 && <p className="caption">{said.join(' ')}</p>;
}
