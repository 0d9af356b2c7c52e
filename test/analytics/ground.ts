import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../electron/db/open';
import type { Database } from '../../electron/db/open';
import { change, changeAll } from '../../electron/db/run';
import type { Settings } from '../../electron/model/settings';
import { defaultSettings } from '../../electron/model/settings';
import type { TableName } from '../../electron/model/tables';
import { storedColumns, tableNames } from '../../electron/model/tables';
import type { Part, Question } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import { words } from '../../renderer/i18n';
import { rowsOf } from '../../electron/model/table';
import { answerMetric, answerRows } from '../../electron/session/answer';
import type { Ground } from '../../electron/session/answer';
import { defaultSchema, deriveTables } from '../../electron/session/derive';

export type Row = Readonly<Record<string, string | number | boolean | null>>;
export type Rows = Partial<Record<TableName, readonly Row[]>> & { stage_map?: readonly Row[] };

const openGrounds: { database: Database; folder: string }[] = [];

/** A workspace's tables made from typed-in rows, derived and ready to be asked. Dates `YYYY-MM-DD` in an instant's column are date-only; a list is written `a; b`. */
export async function groundOf(
  rows: Rows,
  settings: Partial<Settings> = {},
  asOf: string | null = null,
): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  // A dozen rows are never shared between threads: further ones would only wait, and waiting takes processor time as well.
  const database = await openDatabase(':memory:', { folder, threads: 1 });
  openGrounds.push({ database, folder });
  const all = { ...defaultSettings, ...settings };
  const at = await database.write(async (connection) => {
    await changeAll(connection, emptyTables);
    for (const name of tableNames) {
      const columns = storedColumns(name);
      await insert(
        connection,
        name,
        rows[name] ?? [],
        new Set(columns.filter(([, type]) => type === 'TIMESTAMP').map(([column]) => column)),
        new Set(columns.filter(([, type]) => type === 'VARCHAR[]').map(([column]) => column)),
      );
    }
    await insert(connection, 'stage_map', rows.stage_map ?? [], new Set());
    return deriveTables(connection, all, asOf);
  });
  const empty = new Set(tableNames.filter((name) => (rows[name] ?? []).length === 0));
  return {
    database,
    settings: all,
    asOf: at,
    revision: 0,
    schema: defaultSchema,
    extras: new Map(),
    rungs: new Set((rows.stage_map ?? []).map((row) => String(row['target']))),
    empty,
  };
}

const emptyTables = [
  ...tableNames.map(
    (name) =>
      `create table ${name} (${storedColumns(name)
        .map(([column, type]) => `"${column}" ${type}`)
        .join(', ')})`,
  ),
  'create table stage_map (stage varchar, target varchar, confirmed boolean)',
].join(';\n');

async function insert(
  connection: Parameters<typeof change>[0],
  table: string,
  rows: readonly Row[],
  instants: ReadonlySet<string>,
  lists: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) {
    const some = rows.slice(start, start + 500);
    const marked = some.map((row) => {
      const out: Record<string, string | number | boolean | null> = { ...row };
      for (const name of instants) if (typeof row[name] === 'string') out[`${name}_is_date`] = row[name].length === 10;
      return out;
    });
    const names = [...new Set(marked.flatMap((row) => Object.keys(row)))];
    const values = marked.map((row) => `(${names.map((name) => text(row[name] ?? null, lists.has(name))).join(', ')})`);
    await change(
      connection,
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values ${values.join(', ')}`,
    );
  }
}

function text(value: string | number | boolean | null, isList = false): string {
  if (isList && typeof value === 'string') return `string_split('${value.replaceAll("'", "''")}', '; ')`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** Rows of a metric's answer as objects. Throws where a person would read a code instead of words. */
export async function ask(ground: Ground, metric: string, question: Partial<Question> = {}) {
  const answer = await answerMetric(ground, metric, { ...everything, ...question });
  const rows = rowsOf(answer.table);
  // There it is the reason of a loss, in the company's own words.
  const reasons = metric !== 'loss-profile';
  for (const row of rows) checkWords(reasons ? row : { ...row, reason: null });
  return { answer, rows };
}

/** How many rows stand behind a mark. */
export async function behind(
  ground: Ground,
  metric: string,
  where: Readonly<Record<string, string | null>>,
  part: Part = 'denominator',
  question: Partial<Question> = {},
): Promise<number> {
  const request = { metric, question: { ...everything, ...question }, where, part, offset: 0, limit: 1 };
  return (await answerRows(ground, request)).count;
}

const languages = [words('en'), words('ms')];

function checkWords({ reason, state, method, excluded }: ReturnType<typeof rowsOf>[number]): void {
  const [kind, table] = typeof reason === 'string' ? reason.split(':') : [];
  const left = Object.keys(JSON.parse(String(excluded ?? '{}')) as object).map((code) => `excluded.${code}`);
  const codes = [
    kind && `reason.${kind}`,
    table && `table.${table}`,
    state && `state.${String(state)}`,
    method && `method.${String(method)}`,
  ];
  for (const code of [...codes, ...left]) {
    if (code && !languages.every(({ find }) => find(code))) throw new Error(`no words for ${code}`);
  }
}

/** Closes every database this file opened; for `afterAll`. */
export async function closeGrounds(): Promise<void> {
  for (const { database, folder } of openGrounds.splice(0)) {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
