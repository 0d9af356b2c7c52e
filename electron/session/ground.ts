import type { DimensionValue } from '../contract';
import type { Database } from '../db/open';
import { query } from '../db/run';
import { UserError } from '../model/errors';
import type { Settings } from '../model/settings';
import { numbersOf, textsOf } from '../model/table';
import type { TableName } from '../model/tables';
import { tableNames } from '../model/tables';
import type { Ground } from './answer';
import { defaultSchema, deriveTables, forgetLater, keepUntouched, madeBefore } from './derive';
import type { ExtraColumns } from './scope';
import { composeValues } from './scope';
import { unlessGivenUp } from './unless-given-up';

const extraTables = ['opportunities', 'accounts', 'leads'] as const;

/** Grows when the derived tables are computed differently, so that a workspace made before makes them anew. */
const derivedVersion = 1;

/** How many other as-of instants keep their derived tables at a time. */
const keptInstants = 3;

/**
 * The ground of one open workspace's answers: derived tables at the default as-of, made anew when the data or settings change, and at other instants on demand.
 * Derivation runs in the background; whoever asks waits for it.
 */
export class Grounds {
  private ready: Promise<Ground>;
  private readonly others = new Map<string, Promise<Ground>>();
  private count = 0;

  constructor(
    private readonly database: Database,
    private settings: Settings,
    private revision: number,
  ) {
    this.ready = this.derive(null, defaultSchema);
    this.ready.catch(() => undefined);
  }

  /** Derives again after an import, an undo, a changed setting: everything, or only what is made from the one table that changed; answers asked meanwhile wait. */
  refresh(settings: Settings, revision: number, changed?: TableName): Promise<Ground> {
    const before = this.stamp;
    this.settings = settings;
    this.revision = revision;
    this.others.clear();
    const now = this.stamp;
    const earlier = this.ready.then(forgetLater, () => undefined);
    this.ready = earlier.then(async () => {
      if (changed) await this.database.write((connection) => keepUntouched(connection, changed, { before, now }));
      return this.derive(null, defaultSchema);
    });
    this.ready.catch(() => undefined);
    return this.ready;
  }

  /** The ground at an as-of; a date means the last microsecond of that day in the workspace's zone. Who gives up leaves its making to others. Throws `bad_date`, `query_cancelled`. */
  at(asOf: string | null, signal?: AbortSignal): Promise<Ground> {
    return unlessGivenUp(this.made(asOf), signal);
  }

  private async made(asOf: string | null): Promise<Ground> {
    const current = await this.ready;
    if (asOf === null) return current;
    const instant = instantOf(asOf, this.settings.time_zone);
    if (instant === current.asOf) return current;
    let other = this.others.get(instant);
    if (!other) {
      if (this.database.readOnly) throw new UserError('workspace_read_only', { folder: '' });
      other = this.derive(instant, `derived_${++this.count % (keptInstants + 1)}`);
      this.others.set(instant, other);
      other.catch(() => this.others.delete(instant));
      const [oldest] = this.others.keys();
      if (this.others.size > keptInstants && oldest !== undefined) {
        void this.others.get(oldest)?.then(forgetLater, () => undefined);
        this.others.delete(oldest);
      }
    }
    return other;
  }

  private get stamp(): string {
    return JSON.stringify([derivedVersion, this.revision, this.settings]);
  }

  private async derive(asOf: string | null, schema: string): Promise<Ground> {
    const { database, settings, revision, stamp } = this;
    const before =
      schema === defaultSchema ? await database.read((connection) => madeBefore(connection, stamp)) : undefined;
    if (before === undefined && database.readOnly) throw new UserError('workspace_read_only', { folder: '' });
    const at =
      before === undefined
        ? await database.write((connection) => deriveTables(connection, settings, asOf, schema, stamp))
        : before;
    const empty = await emptyTables(database);
    return {
      database,
      settings,
      revision,
      asOf: at,
      schema,
      extras: await extrasOf(database),
      rungs: await rungsOf(database, empty),
      empty,
    };
  }
}

async function rungsOf(database: Database, empty: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const table = await database.read((connection) =>
    query(connection, 'select distinct target from stage_map where target is not null'),
  );
  const stages = textsOf(table, 'target').flatMap((target) => target ?? []);
  return new Set(empty.has('leads') ? stages : ['lead', 'qualified', ...stages]);
}

async function extrasOf(database: Database): Promise<ExtraColumns> {
  const table = await database.read((connection) =>
    query(
      connection,
      `select table_name, column_name from duckdb_columns() where schema_name = 'main' and column_name like 'x\\_%' escape '\\' order by column_index`,
    ),
  );
  const tables = textsOf(table, 'table_name');
  const names = textsOf(table, 'column_name');
  const out = new Map<string, (typeof extraTables)[number]>();
  for (const wanted of extraTables) {
    names.forEach((name, i) => {
      if (name !== null && tables[i] === wanted && !out.has(name)) out.set(name, wanted);
    });
  }
  return out;
}

async function emptyTables(database: Database): Promise<ReadonlySet<string>> {
  const text = tableNames
    .map((name) => `select '${name}' as name, exists (select 1 from ${name}) as filled`)
    .join(' union all ');
  const table = await database.read((connection) => query(connection, text));
  const filled = numbersOf(table, 'filled');
  return new Set(textsOf(table, 'name').flatMap((name, i) => (name !== null && filled[i] === 0 ? [name] : [])));
}

/** An as-of text as a UTC instant with microseconds. Throws `bad_date`. */
export function instantOf(text: string, zone: string): string {
  const millis =
    text.length === 10 ? endOfDay(text, zone) : Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(millis)) throw new UserError('bad_date', { value: text, place: 'as-of' });
  const iso = new Date(millis).toISOString().slice(0, 19);
  if (text.length === 10) return `${iso}.999999Z`;
  const fraction = (/\.(\d{1,6})/.exec(text)?.[1] ?? '').padEnd(6, '0');
  return `${iso}.${fraction}Z`;
}

// Whole seconds: the last one of the day; the caller adds the microseconds.
function endOfDay(date: string, zone: string): number {
  const guess = Date.parse(`${date}T23:59:59Z`);
  const offset = (at: number) => {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }).formatToParts(at);
    const part = (type: string) => Number(parts.find((found) => found.type === type)?.value ?? 0);
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at;
  };
  const first = guess - offset(guess);
  return guess - offset(first);
}

/** Values of a dimension with the journeys they hold, most frequent first, at most 200. Throws `unknown_dimension`. */
export async function dimensionValues(
  ground: Ground,
  dimension: string,
  search: string,
  signal?: AbortSignal,
): Promise<readonly DimensionValue[]> {
  const { sql, parameters } = composeValues(dimension, search, ground);
  const table = await ground.database.read((connection) => query(connection, sql, parameters), signal);
  const rows = numbersOf(table, 'rows');
  return textsOf(table, 'value').map((value, i) => ({ value: value ?? '', rows: rows[i] ?? 0 }));
}
