import { dotInterval, dotIntervalHeight } from '../charts/dot-interval';
import { namesWidth } from '../charts/draw';
import type { Table } from '../charts/table';
import { textsOf } from '../charts/table';
import type { Words } from '../i18n';
import type { ChoiceName } from '../state/choices';
import { useChoice } from '../state/choices';
import type { Period } from '../state/period';
import { filterTo } from '../state/question';
import type { Explained } from '../state/screen';
import { Pick } from '../ui/pick';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { AnswerPlace } from './answer-place';
import { numberIn } from './answers';
import { breakdownRows } from './breakdown';
import { chartTable } from './chart-table';
import { useDimensions } from './filters';
import { figureText, unitIn, useAsked } from './measure';
import { moneyUnit } from './money-unit';
import { dimensionName, valueName } from './names';
import { Panel } from './panel';
import { Picture, useChartWords } from './picture';
import { useMore } from './use-more';

interface SpreadProps {
  readonly metric: string;
  readonly options?: Readonly<Record<string, string>>;
  /** Where the chosen dimension is kept. */
  readonly choice: ChoiceName;
  /** Those the measure can be split by; all of them when left out. */
  readonly dimensions?: readonly string[];
  readonly title?: string;
  readonly period?: Period;
  /** Rows drawn at most. */
  readonly most?: number;
  /** Room for the names in px; that of the longest, within bounds, when left out. */
  readonly labelWidth?: number;
  /** The groups add up to the overall figure: it is told and not drawn, being no value one of them could have. */
  readonly summed?: boolean;
}

/** Any measure split by a dimension: a dot and its interval each, the overall figure dashed. A click filters to it. */
export function Spread({
  metric,
  options = {},
  choice,
  dimensions,
  title,
  period,
  most = 7,
  labelWidth,
  summed = false,
}: SpreadProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const every = useDimensions();
  const [by, setBy] = useChoice(choice);
  const list = useMore(most, by);
  const { asked, overall, unit, currency, shown, more } = useSplit({ metric, options, period, most: list.most }, by);
  const table = chartTable(asked.answer?.grid.columns ?? [], shown);
  const name = t('overview.byDimension', {
    metric: title ?? words.find(`metric.${metric}.title`) ?? metric,
    dimension: dimensionName(by, words).toLocaleLowerCase(),
  });
  const all = overall === null ? null : figureText(unit, overall, currency, formats);
  const values = shown.map((row) => numberIn(row, 'value') ?? 0);
  const counted = unit === 'money' && values.length > 0 ? moneyUnit(values, currency, words, formats) : null;
  const note = noteOf(counted, all, summed, words);
  return (
    <Panel
      title={name}
      note={note}
      stale={asked.stale}
      end={
        <Pick
          label={t('funnel.byWhat')}
          items={dimensionItems(dimensions ?? every, words)}
          selected={by}
          onChange={setBy}
        />
      }
    >
      <AnswerPlace answered={asked} isEmpty={() => shown.length === 0}>
        {() => (
          <div className={list.className}>
            <Dots
              {...{ by, name, table, currency, labelWidth, summed, overall }}
              explained={{ metric, question: asked.question }}
            />
          </div>
        )}
      </AnswerPlace>
      {list.button(more)}
    </Panel>
  );
}

interface DotsProps {
  readonly by: string;
  readonly name: string;
  readonly table: Table;
  readonly currency: string;
  readonly labelWidth: number | undefined;
  readonly summed: boolean;
  readonly overall: number | null;
  readonly explained: Explained;
}

/** Names wider than this, in px, leave an axis beside another panel no room for more than four ticks. */
const wideNames = 136;

function Dots({ by, name, table, currency, labelWidth, summed, overall, explained }: DotsProps) {
  const words = useWords();
  const chartWords = useChartWords();
  const all = summed ? { reaching: [0] } : { reference: overall };
  const names = textsOf(table, by).map((value) => valueName(value, words));
  const room = labelWidth ?? namesWidth(names, 168);
  return (
    <Picture
      name={name}
      height={dotIntervalHeight(table.length)}
      table={table}
      draw={(marks) =>
        dotInterval(
          table,
          { category: by, ...all, labelWidth: room, currency, most: room > wideNames ? 3 : 5 },
          { ...chartWords, nameOf: (value) => valueName(value, words) },
          words.locale,
          marks,
        )
      }
      explained={explained}
      onChoose={(where) => filterTo(by, [where[by] ?? 'Unknown'])}
    />
  );
}

function dimensionItems(ids: readonly string[], words: Words) {
  const text = (id: string): string =>
    words.t('funnel.by', { dimension: dimensionName(id, words).toLocaleLowerCase() });
  return ids.map((id) => ({ id, text: text(id) }));
}

type Split = Required<Pick<SpreadProps, 'metric' | 'options' | 'most'>> & { readonly period: Period | undefined };

// The figure of each group and of all of them.
function useSplit({ metric, options, period, most }: Split, by: string) {
  const asked = useAsked(metric, options, [by], period);
  const whole = useAsked(metric, options, [], period);
  return {
    asked,
    overall: numberIn(whole.answer?.grid.rows[0], 'value'),
    unit: unitIn(whole.answer, 'value'),
    currency: asked.answer?.currency ?? '',
    ...breakdownRows(asked.answer?.grid.rows ?? [], by, most),
  };
}

// What the figures are counted in, and what all of them come to.
function noteOf(counted: string | null, all: string | null, summed: boolean, { t }: Words): string | undefined {
  const whole = all === null ? [] : [t(summed ? 'measure.inAll' : 'measure.dashed', { value: all })];
  return [...(counted === null ? [] : [counted]), ...whole].join(' · ') || undefined;
}
