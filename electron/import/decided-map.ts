import type { FileMap } from '../contract';
import type { OrderVerdict } from './recognise/dates';
import type { FilePlan } from './table-plan';

/** The decisions of a file in the form of `--map`, so that the same header is read the same way again. */
export function decidedMap(
  plan: Pick<FilePlan, 'source' | 'targets' | 'facts' | 'decimal' | 'zone' | 'points' | 'stages'>,
  main: FilePlan['main'],
  also: readonly (FileMap | Record<string, unknown>)[],
  order: OrderVerdict,
  map: FileMap,
): FileMap {
  if (main === null) return { ...readingOf(map), table: null };
  const timed = plan.facts.some(({ dates }) => dates.hasTime && dates.shapes.some((shape) => shape !== 'iso_zone'));
  return {
    ...readingOf(map),
    table: main.table,
    columns: Object.fromEntries(plan.targets.map(({ source, target }) => [source, target])),
    ...(order.needed ? { date_order: order.order } : {}),
    ...(plan.facts.some((fact) => !fact.numbers.plain) ? { decimal: plan.decimal } : {}),
    ...(timed || map.time_zone ? { time_zone: plan.zone } : {}),
    ...(map.currency ? { currency: map.currency } : {}),
    ...(plan.points.size > 0 || map.percent ? { percent: map.percent ?? 'points' } : {}),
    ...(map.key === undefined ? {} : { key: map.key }),
    ...(map.constants ? { constants: map.constants } : {}),
    ...(map.aliases ? { aliases: map.aliases } : {}),
    ...(also.length > 0 ? { also: also.map((entry) => ({ ...entry })) } : {}),
  };
}

// How bytes become cells is repeated only where a person said so: next month's file may come in another dress.
function readingOf(map: FileMap): FileMap {
  const { part, encoding, delimiter, quote, header_line, skip, footer } = map;
  return {
    ...(part === undefined ? {} : { part }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(header_line === undefined ? {} : { header_line }),
    ...(skip === undefined ? {} : { skip }),
    ...(footer === undefined ? {} : { footer }),
  };
}
