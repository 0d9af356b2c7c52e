/** The ten units. A unit fixes the SQL type, the Arrow type and the on-screen format of a column, once. */
export const units = ['ratio', 'count', 'days', 'money', 'score', 'index', 'label', 'date', 'instant', 'flag'] as const;

export type Unit = (typeof units)[number];

/** SQL type a column of this unit is cast to on its way out of the database. */
export const sqlTypeOf: Readonly<Record<Unit, string>> = {
  ratio: 'DOUBLE',
  count: 'INTEGER',
  days: 'DOUBLE',
  money: 'DOUBLE',
  score: 'DOUBLE',
  index: 'DOUBLE',
  label: 'VARCHAR',
  date: 'DATE',
  instant: 'TIMESTAMP',
  flag: 'BOOLEAN',
};
