import { useState } from 'react';
import { lorenz } from '../../../charts/lorenz';
import type { Table } from '../../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../../charts/table';
import type { Row } from '../../../engine';
import { AnswerPlace } from '../../../frame/answer-place';
import { numberIn, textIn } from '../../../frame/answers';
import { useAsked } from '../../../frame/measure';
import { Panel } from '../../../frame/panel';
import { Picture } from '../../../frame/picture';
import { ByPlan } from './by-plan';
import type { Holder } from './holders';
import { Holders } from './holders';
import { PickPlan } from './pick-plan';
import type { PlanInHand } from './use-plan';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

/** How evenly one plan was paid in the period, beside how evenly bookings are spread over the same people. */
export function Evenness({ hand }: { hand: PlanInHand }) {
  const { t, locale } = useWords();
  const { of } = useFormat();
  const asked = useAsked('incentive-spread', { per: 'plan' });
  const rows = asked.answer?.grid.rows ?? [];
  const row = rows.find((each) => textIn(each, 'plan') === hand.plan?.plan) ?? rows.at(-1);
  const shown = textIn(row, 'plan');
  const points = pointsIn(asked.answer?.extra?.['lorenz'], shown);
  const table = tableOfPoints(points);
  const [opened, open] = useState<Opened | null>(null);
  const nameOf = (series: string | null): string =>
    series === 'bookings' ? t('targets.curve_bookings') : t('targets.curve_paid');
  const name = t('targets.spread');
  return (
    <Panel
      title={name}
      note={t('targets.spreadNote')}
      stale={asked.stale}
      end={rows.length > 1 && <PickPlan hand={hand} />}
    >
      <AnswerPlace answered={asked} isEmpty={() => table.length === 0}>
        {() => (
          <Picture
            name={shown === null ? name : `${name}, ${shown}`}
            height={240}
            table={table}
            onRows={(where, title) => open({ title, held: heldAt(points, where) })}
            draw={(marks) =>
              lorenz(
                table,
                { series: 'series' },
                {
                  nameOf,
                  people: t('targets.curvePeople'),
                  equal: t('targets.equal'),
                  held: (people, share) => t('targets.held', { people, share }),
                },
                locale,
                marks,
              )
            }
          />
        )}
      </AnswerPlace>
      {row && numberIn(row, 'gini') !== null && <p className="caption">{giniText(row)}</p>}
      <ByPlan asked={asked} />
      {opened && <Holders {...opened} currency={asked.answer?.currency ?? ''} onClose={() => open(null)} />}
    </Panel>
  );

  function giniText(found: Row): string {
    const paid = of('index', numberIn(found, 'gini'));
    const bookings = numberIn(found, 'bookings_gini');
    return bookings === null
      ? t('targets.giniAlone', { paid })
      : t('targets.gini', { paid, bookings: of('index', bookings) });
  }
}

interface Opened {
  readonly title: string;
  readonly held: readonly Holder[];
}

interface Point {
  readonly series: string;
  readonly people: number;
  readonly share: number;
  /** Those up to this point, the lowest first. */
  readonly held: readonly Holder[];
}

function pointsIn(told: unknown, plan: string | null): readonly Point[] {
  const curves: readonly unknown[] = Array.isArray(told) ? told : [];
  const found = curves.filter(isCurve).find((each) => each.plan === plan);
  return found ? [...pointsOf('paid', found.paid), ...pointsOf('bookings', found.bookings)] : [];
}

function heldAt(points: readonly Point[], where: Readonly<Record<string, string | null>>): readonly Holder[] {
  const at = ({ series, people }: Point): boolean =>
    series === where['series'] && String(people) === where['people_share'];
  return points.find(at)?.held ?? [];
}

function tableOfPoints(points: readonly Point[]): Table {
  return tableOf(
    textColumn(
      'series',
      points.map(({ series }) => series),
    ),
    numberColumn(
      'people_share',
      'ratio',
      points.map(({ people }) => people),
    ),
    numberColumn(
      'value_share',
      'ratio',
      points.map(({ share }) => share),
    ),
  );
}

function isCurve(value: unknown): value is { plan: unknown; paid: unknown; bookings: unknown } {
  return typeof value === 'object' && value !== null && 'plan' in value && 'paid' in value && 'bookings' in value;
}

function pointsOf(series: string, curve: unknown): readonly Point[] {
  if (typeof curve !== 'object' || curve === null || !('people' in curve) || !('share' in curve)) return [];
  const { people, share } = curve;
  if (!Array.isArray(people) || !Array.isArray(share)) return [];
  const holders = 'held' in curve && Array.isArray(curve.held) ? curve.held.flatMap(holderOf) : [];
  return people.map((at, i) => ({
    ...{ series, people: Number(at), share: Number(share[i]) },
    held: holders.slice(0, Math.round(Number(at) * holders.length)),
  }));
}

function holderOf(told: unknown): readonly Holder[] {
  if (!Array.isArray(told)) return [];
  return [{ rep: String(told[0]), amount: Number(told[1]) }];
}
