import type { Sql } from '../db/sql';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Parameters } from '../db/run';
import { unassigned, unknown } from '../analytics/labels';
import { metric } from '../analytics/metric';
import type { MetricDeclaration, Options } from '../analytics/metric';
import { UserError } from '../model/errors';
import type { Part, Question } from '../model/question';
import { everything, isDimension } from '../model/question';
import { fiscalCode } from '../model/fiscal';
import type { Settings } from '../model/settings';
import { inSchema } from './derive';
import type { GroupKey } from './group-keys';
import { inWords, keysOf, repKeyColumn } from './group-keys';

/** Which imported extra column hangs on which table: `x_campaign` → opportunities. */
export type ExtraColumns = ReadonlyMap<string, 'opportunities' | 'accounts' | 'leads'>;

export interface Composed {
  readonly sql: string;
  readonly parameters: Parameters;
}

const timeLabels: Readonly<Record<string, string>> = {
  month: 'month_label(on_day, cast($fiscal as integer), cast($fiscal_naming as varchar))',
  quarter: 'fiscal_quarter(on_day, cast($fiscal as integer), cast($fiscal_naming as varchar))',
  week: 'week_label(on_day, cast($week_start as varchar))',
};

const ownerDimensions = new Set(['rep', 'team', 'role']);

/** Columns of the fact whose gaps are shown as a value of their own. */
const filled = ['segment', 'source', 'product', 'region', 'industry'];

function ownerColumns(teamColumn: string | null): readonly Sql[] {
  const team = teamColumn === null ? raw('people.team') : sql`people.team, fact.${ident(teamColumn)}`;
  return [
    sql`coalesce(people.label, ${literal(unassigned)}) as rep`,
    sql`coalesce(${team}, ${literal(unassigned)}) as team`,
    sql`coalesce(people.role, ${literal(unassigned)}) as role`,
  ];
}

const sizeBand = `case when size_money is null then ${literal(unknown).text} when size_money <= small_to then 'small' when size_money <= medium_to then 'medium' else 'large' end as size_band`;

// Team and role are those of the metric's day: the closing day, else the day the journey began.
function peopleJoin(rep: Sql, day: Sql): Sql {
  return sql`
  left join derived.people as people on people.rep_id = fact.${rep}
    and ${day} >= people.from_on and ${day} < people.to_on`;
}

/** One statement of a metric: `scope` (the fact with rep, team and dimensions, filtered), `units` from the metric's file, `grouped` (the asked dimensions as by_1 … by_3), then the answer, or the further one. Throws `unknown_dimension`. */
export function composeAnswer(
  metric: MetricDeclaration,
  question: Question,
  options: Options,
  extras: ExtraColumns,
  half: 'answer' | 'more' = 'answer',
): Composed {
  const answer = halves(metric.sql)[half];
  const keys = keysOf(question.by, answer, byRepAlone(metric, question));
  const { head, parameters } = composeUnits(false, metric, question, options, extras, keys);
  return { sql: inWords(`${head}\n${answer}`, answer, question.by, keys), parameters };
}

/** The rows behind a mark: the same `units`, only those of the wanted part. */
export function composeRows(
  metric: MetricDeclaration,
  question: Question,
  options: Options,
  extras: ExtraColumns,
  part: Part,
): Composed {
  const { head, parameters } = composeUnits(true, metric, question, options, extras);
  const parts = {
    numerator: 'left_out is null and hit',
    denominator: 'left_out is null',
    excluded: 'left_out is not null',
    entered: `coalesce(left_out, 'not_mature') = 'not_mature'`,
    reached: `coalesce(left_out, 'not_mature') = 'not_mature' and hit`,
    ...metric.parts,
  };
  const wanted = part === 'missed' ? `(${parts.denominator}) and (${parts.numerator}) is not true` : parts[part];
  return { sql: `${head}\nselect * exclude (by_1, by_2, by_3) from grouped where (${wanted})`, parameters };
}

/** The members of a metric's scope with these columns and every dimension but time, in an order; nothing filtered. */
export function composeMembers(
  metric: MetricDeclaration,
  options: Options,
  columns: Readonly<Record<string, string>>,
  order: string,
): string {
  const { fact } = halves(metric.sql);
  const dimensions = metric.dimensions.filter((name) => !(name in timeLabels));
  const from = raw(fact === null ? 'derived.journeys as fact' : 'fact');
  const scope = scopeSql(metric, from, everything, options, new Map(), dimensions, false);
  const selected = Object.entries(columns).map(([name, text]) => sql`${raw(text)} as ${ident(name)}`);
  const all = [...dimensions.map((name) => ident(name)), ...selected];
  const ctes = [...(fact === null ? [] : [fact]), `scope as (\n${scope.text}\n)`];
  return `with ${ctes.join(',\n')}\nselect ${join(all).text}\nfrom scope\norder by ${order}`;
}

function composeUnits(
  all: boolean,
  metric: MetricDeclaration,
  question: Question,
  options: Options,
  extras: ExtraColumns,
  keys: ReadonlyMap<string, GroupKey> = new Map(),
): { head: string; parameters: Parameters } {
  const { fact, units } = halves(metric.sql);
  const asked = [...question.by.flatMap(partsOf), ...Object.keys(question.filters)];
  for (const name of asked) checkDimension(name, metric, extras);
  const names = [...asked, ...metric.carries, ...(metric.personal ? ownerDimensions : [])];
  const filters = filterParameters(question);
  const from = raw(fact === null ? 'derived.journeys as fact' : 'fact');
  const every = [...new Set([...names, ...[...ownerDimensions, 'size_band'].filter((name) => allows(metric, name))])];
  const scope = scopeSql(metric, from, question, options, extras, all ? every : names, keys.has('rep'));
  const ctes = [
    ...(fact === null ? [] : [fact]),
    `scope as (\n${scope.text}\n)`,
    units,
    groupedSql(question, keys).text,
  ];
  return { head: `with ${ctes.join(',\n')}`, parameters: filters };
}

/** The parts of a metric's file: the relation its scope is taken from where that is not journeys, its CTEs, both without the word `with`, the answer, and a further one. */
export function halves(text: string): { fact: string | null; units: string; answer: string; more: string } {
  const [first = '', answer = '', more = ''] = text.split(/^-- (?:Answer|More)$/m);
  const [above = '', below] = first.split(/^-- Units$/m).map((part) => part.replace(/^--.*\n/gm, '').trim());
  if (!above.startsWith('with ')) throw new Error('a metric starts with its units');
  const start = above.slice('with '.length).trim();
  const [fact, units] = below === undefined ? [null, start] : [start, below];
  const statement = (part: string) => part.trim().replace(/;$/, '');
  return { fact, units, answer: statement(answer), more: statement(more) };
}

// A rep's name is the same at all times: only team and role, a choice among names, or a statement that reads the name itself, need the person of the day.
function byRepAlone(metric: MetricDeclaration, { by, filters }: Question): boolean {
  const named = [...by.filter((name) => name !== 'rep').flatMap(partsOf), ...Object.keys(filters)];
  const ofTheDay = named.some((name) => ownerDimensions.has(name)) || metric.personal || metric.carries.length > 0;
  const text = metric.sql.replace(/--.*$/gm, '');
  return halves(metric.sql).fact === null && !ofTheDay && !/\brep\b/.test(text);
}

function allows(metric: MetricDeclaration, name: string): boolean {
  return (metric.dimensions as readonly string[]).includes(name);
}

function checkDimension(name: string, metric: MetricDeclaration, extras: ExtraColumns): void {
  const known = isDimension(name) && (name.startsWith('x_') ? extras.has(name) : allows(metric, name));
  if (!known)
    throw new UserError('unknown_dimension', {
      dimension: name,
      known: [...metric.dimensions, ...extras.keys()].join(', '),
    });
}

function filterParameters(question: Question): Parameters {
  return Object.fromEntries(Object.values(question.filters).map((values, i) => [`filter_${i + 1}`, values] as const));
}

function repColumn(metric: MetricDeclaration, options: Options): string {
  const mode = options['attribution'] ?? metric.attribution;
  if (mode === 'current') return 'owner_id';
  return mode === 'at_close' ? 'rep_at_close' : metric.entryRep(options);
}

function scopeSql(
  metric: MetricDeclaration,
  from: Sql,
  question: Question,
  options: Options,
  extras: ExtraColumns,
  names: readonly string[],
  repByKey: boolean,
): Sql {
  const extraNames = [...new Set(names.filter((name) => name.startsWith('x_')))];
  const aliases = Object.entries(metric.aliases(options)).map(([alias, text]) => sql`${raw(text)} as ${ident(alias)}`);
  const owned = !repByKey && names.some((name) => ownerDimensions.has(name));
  const sized = names.includes('size_band');
  const columns = [
    sql`fact.* replace (${join(filled.map((name) => sql`coalesce(fact.${ident(name)}, ${literal(unknown)}) as ${ident(name)}`))})`,
    ...(owned ? ownerColumns(metric.teamColumn) : []),
    ...(repByKey ? [repKeyColumn(repColumn(metric, options))] : []),
    ...(sized ? [raw(sizeBand)] : []),
    ...extraNames.map(
      (name) => sql`coalesce(${ident(extras.get(name) ?? '')}.${ident(name)}, ${literal(unknown)}) as ${ident(name)}`,
    ),
    ...aliases,
  ];
  const joins = [
    ...(sized ? [raw('\n  cross join derived.size_bands')] : []),
    ...(owned ? [peopleJoin(ident(repColumn(metric, options)), raw(metric.day))] : []),
    ...[...new Set(extraNames.map((name) => extras.get(name)))].map((table) => extraJoin(table)),
  ];
  const scoped = sql`  select ${join(columns, ',\n    ')}
  from ${from}${join(joins, '')}`;
  const conditions = Object.keys(question.filters).flatMap((name, i) =>
    name in timeLabels ? [] : [raw(`${ident(name).text} in (select unnest(cast($filter_${i + 1} as varchar[])))`)],
  );
  return conditions.length === 0
    ? scoped
    : sql`select * from (
${scoped}
) where ${join(conditions, ' and ')}`;
}

function extraJoin(table: 'opportunities' | 'accounts' | 'leads' | undefined): Sql {
  const key = { opportunities: 'opportunity_id', accounts: 'account_id', leads: 'lead_id' }[table ?? 'opportunities'];
  const name = ident(table ?? 'opportunities');
  return sql`
  left join ${name} on ${name}.${ident(key)} = fact.${ident(key)}`;
}

// Dimensions joined by a plus make one group of each combination; its label has the unit separator between its parts.
function partsOf(name: string): string[] {
  return name.split('+');
}

function joinedLabel(name: string): string {
  const [first = '', ...others] = partsOf(name).map((part) => timeLabels[part] ?? ident(part).text);
  return others.length === 0 ? first : `concat_ws(chr(31), ${[first, ...others].join(', ')})`;
}

// A unit without a day belongs to no month: it falls out when time is a group or a filter.
function groupedSql(question: Question, keys: ReadonlyMap<string, GroupKey>): Sql {
  const groups = [0, 1, 2].map((i) => {
    const name = question.by[i];
    const text = name === undefined ? 'cast(null as varchar)' : (keys.get(name)?.key ?? joinedLabel(name));
    return raw(`${text} as by_${i + 1}`);
  });
  const timed = question.by.flatMap(partsOf).some((name) => name in timeLabels) ? ['on_day is not null'] : [];
  const filters = Object.keys(question.filters).flatMap((name, i) => {
    const label = timeLabels[name];
    return label ? [`${label} in (select unnest(cast($filter_${i + 1} as varchar[])))`] : [];
  });
  const conditions = [...timed, ...filters];
  const where = conditions.length > 0 ? raw(`\n  where ${conditions.join(' and ')}`) : raw('');
  return sql`grouped as (
  select *, ${join(groups)} from units${where}
)`;
}

/** Values of one dimension over all journeys, each with its count. Throws `unknown_dimension`. */
export function composeValues(
  dimension: string,
  search: string,
  ground: { schema: string; extras: ExtraColumns; settings: Settings },
): Composed {
  const metric = {
    ...anyMetric,
    sql: 'with units as (select scope.*, coalesce(closed_on, began_on) as on_day from scope)\n-- Answer\n',
  };
  const { head } = composeUnits(false, metric, { ...everything, by: [dimension] }, {}, ground.extras);
  const { fiscal_naming, week_start } = ground.settings;
  const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return {
    sql: inSchema(
      `${head}
select cast(by_1 as varchar) as value, cast(count(*) as integer) as rows
from grouped
where by_1 is not null and cast(by_1 as varchar) ilike cast($like as varchar) escape '\\'
group by by_1
order by rows desc, value
limit 200`,
      ground.schema,
    ),
    parameters: { like, fiscal: fiscalCode(ground.settings), fiscal_naming, week_start },
  };
}

const anyMetric = metric({ spec: '', title: '', sql: '', kind: 'count', unit: 'count', attribution: 'current' });
