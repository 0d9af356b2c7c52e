/* Did those who were treated change more than those who were not?
 * Source: Card and Krueger (1994) for the design; Welch's interval on the changes of units, so a unit seen many times counts once. */
import { summarise, welch, type MeanDifference } from './intervals';

/** One unit's figure before and after; null where it was not seen. */
export interface BeforeAfter {
  before: number | null;
  after: number | null;
}

/** Mean of each group in each span over all units seen in it, and their number. */
interface CellMeans {
  treatedBefore: number | null;
  treatedAfter: number | null;
  controlBefore: number | null;
  controlAfter: number | null;
}

/** Estimate from units seen in both spans, with the four cell means shown beside it. */
export interface DifferenceInDifferences {
  /** Change of the treated less change of the controls; null below the fewest units a side. */
  estimate: MeanDifference | null;
  treated: number;
  control: number;
  cells: CellMeans;
  /** The same from the cell means, units seen once included; null when a cell is empty. */
  fromCells: number | null;
}

function meanOf(values: readonly (number | null)[]): number | null {
  const seen = values.filter((value) => value !== null);
  return seen.length === 0 ? null : summarise(seen).mean;
}

function changesOf(units: readonly BeforeAfter[]): number[] {
  return units.flatMap(({ before, after }) => (before === null || after === null ? [] : [after - before]));
}

/** Effect of a treatment on units seen before and after it. `fewest` units with both spans are needed a side. */
export function differenceInDifferences(
  treated: readonly BeforeAfter[],
  control: readonly BeforeAfter[],
  { fewest = 3, level = 0.95 }: { fewest?: number; level?: number } = {},
): DifferenceInDifferences {
  const cells: CellMeans = {
    treatedBefore: meanOf(treated.map((unit) => unit.before)),
    treatedAfter: meanOf(treated.map((unit) => unit.after)),
    controlBefore: meanOf(control.map((unit) => unit.before)),
    controlAfter: meanOf(control.map((unit) => unit.after)),
  };
  const { treatedBefore, treatedAfter, controlBefore, controlAfter } = cells;
  const complete =
    treatedBefore !== null && treatedAfter !== null && controlBefore !== null && controlAfter !== null
      ? treatedAfter - treatedBefore - (controlAfter - controlBefore)
      : null;
  const treatedChanges = changesOf(treated);
  const controlChanges = changesOf(control);
  return {
    estimate: compareChanges(treatedChanges, controlChanges, { fewest, level }),
    treated: treatedChanges.length,
    control: controlChanges.length,
    cells,
    fromCells: complete,
  };
}

/** Difference of two lists of unit changes with Welch's interval; null below `fewest` units a side. */
export function compareChanges(
  treated: readonly number[],
  control: readonly number[],
  { fewest = 3, level = 0.95 }: { fewest?: number; level?: number } = {},
): MeanDifference | null {
  return treated.length < fewest || control.length < fewest ? null : welch(treated, control, level);
}

/** One figure per control when the windows of every treated unit were applied to it: the mean over those windows in which it was seen,
 *  so a control counts once however often it serves. `figures[i][c]` is that of control c in the windows of treated unit i. */
export function stackedControls(figures: readonly (readonly (number | null)[])[]): number[] {
  const controls = figures.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: controls }, (_, c) => meanOf(figures.map((row) => row[c] ?? null))).filter(
    (mean) => mean !== null,
  );
}
