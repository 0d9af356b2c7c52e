/** The ten units. A unit fixes the SQL type, the Arrow type and the on-screen format of a column, once. */
export const units = ['ratio', 'count', 'days', 'money', 'score', 'index', 'label', 'date', 'instant', 'flag'] as const;

export type Unit = (typeof units)[number];

/** True for the name of a unit. */
export function isUnit(name: string): name is Unit {
  return (units as readonly string[]).includes(name);
}
