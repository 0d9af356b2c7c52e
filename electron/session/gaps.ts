import { gaps, lacksOf, withGaps } from '../analytics/gaps';
import type { Options } from '../analytics/metric';
import type { Parameters } from '../db/run';
import { query } from '../db/run';
import type { Answer, Question } from '../model/question';
import type { Table } from '../model/table';
import { textsOf } from '../model/table';
import type { Ground } from './answer';
import { derivedParameters, inSchema } from './derive';
import type { RowList } from './row-pages';
import { composeAnswer, composeRows, halves } from './scope';
import type { RowsRequest } from './session';

type Statement = Answer['sql'][number];

// What is lacking in one table each. A table without rows lacks nothing, and to plan its part takes longer than to read the others.
const branches = (/^lacking as \(\n(.*?)^\)/ms.exec(halves(gaps.sql).fact ?? '')?.[1] ?? '').split(/union all by name/);

/** The table that a branch is made from; what it says in brackets it only looks things up in. */
function tableOf(branch: string): string {
  let plain = branch.replace(/--.*$/gm, '');
  for (let inner = ''; inner !== plain;) [inner, plain] = [plain, plain.replaceAll(/\([^()]*\)/g, '')];
  return /\bfrom (\S+)/.exec(plain)?.[1] ?? '';
}

const known = new WeakMap<Ground, Promise<ReadonlySet<string>>>();

// What is lacking anywhere, looked up once of a ground: mostly nothing, and then nothing more is ever asked.
function lackingIn(ground: Ground): Promise<ReadonlySet<string>> {
  const asked = known.get(ground) ?? lookUp(ground);
  known.set(ground, asked);
  asked.catch(() => known.delete(ground));
  return asked;
}

async function lookUp(ground: Ground): Promise<ReadonlySet<string>> {
  const filled = branches.filter((branch) => !ground.empty.has(tableOf(branch)));
  if (filled.length === 0) return new Set();
  const text = `select distinct unnest(lacks) as lack from (${filled.join('union all by name')})`;
  const parameters = derivedParameters(ground.settings, ground.asOf);
  const found = await ground.database.read((connection) =>
    query(connection, inSchema(text, ground.schema), parameters),
  );
  return new Set(textsOf(found, 'lack').filter((lack) => lack !== null));
}

/** Those of the fields a metric needs that some row lacks. */
async function lackingFor(ground: Ground, id: string): Promise<readonly string[]> {
  const needed = lacksOf(id);
  if (needed.length === 0) return needed;
  const lacking = await lackingIn(ground);
  return needed.filter((lack) => lacking.has(lack));
}

function parametersOf(ground: Ground, asked: Question, lacking: readonly string[]): Parameters {
  return {
    ...derivedParameters(ground.settings, ground.asOf),
    lacking_from: asked.from,
    lacking_to: asked.to,
    lacks: lacking,
  };
}

/** What puts the rows that a metric could not use on each of its tables, and the statement that counted them; null where there are none. `asked` is the question as it was put: a row without a day is left out of no period. */
export async function gapsFor(
  ground: Ground,
  id: string,
  asked: Question,
  options: Options,
  signal?: AbortSignal,
): Promise<{ statement: Statement; on: (table: Table) => Table } | null> {
  const lacking = await lackingFor(ground, id);
  if (lacking.length === 0) return null;
  const composed = composeAnswer(gaps, asked, options, ground.extras);
  const parameters = { ...parametersOf(ground, asked, lacking), ...composed.parameters };
  const text = inSchema(composed.sql, ground.schema);
  const counted = await ground.database.read((connection) => query(connection, text, parameters), signal);
  if (counted.length === 0) return null;
  return { statement: { text, parameters }, on: (table) => withGaps(table, asked.by, counted) };
}

/** Narrows what was left out to one reason. */
export const reasonKey = 'left_out';

/** The list of what a metric's own statement left out, and below it the rows that could not come so far. */
export async function withGapRows(
  ground: Ground,
  { metric, where }: Pick<RowsRequest, 'metric' | 'where'>,
  own: RowList,
  asked: Question,
  options: Options,
): Promise<RowList> {
  const lacking = await lackingFor(ground, metric);
  if (lacking.length === 0) return own;
  const { sql, parameters } = composeRows(gaps, asked, options, ground.extras, 'excluded');
  const named = ['row_id', 'account_id', 'opportunity_id', 'lead_id'].includes(own.unitId)
    ? '*'
    : `* exclude (row_id), row_id as ${own.unitId}`;
  const narrowed = where[reasonKey] === undefined ? '' : ` where ${reasonKey} = cast($key_${reasonKey} as varchar)`;
  return {
    sql: `select * from (${own.sql}) union all by name select ${named} from (${inSchema(sql, ground.schema)})${narrowed}`,
    parameters: { ...own.parameters, ...parametersOf(ground, asked, lacking), ...parameters },
    unitId: own.unitId,
  };
}
