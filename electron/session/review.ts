import type { Database } from '../db/open';
import { query } from '../db/run';
import type { Sql } from '../db/sql';
import { ident, join, literal, raw, sql } from '../db/sql';
import { catalogue } from '../analytics';
import type { Deck, Said, TemplateName } from '../model/deck';
import { UserError } from '../model/errors';
import type { Answer, Question } from '../model/question';
import { textsOf } from '../model/table';
import type { Locale } from '../../renderer/i18n';
import { words } from '../../renderer/i18n';
import { deckFor, earlierDeck } from '../review/decks';
import type { Arrival, Context, ReviewFrame } from '../review/content/context';
import type { Progress, Told } from '../review/content';
import type { ReviewContent } from '../review/content/content';
import { drawSlide } from '../review/draw/slide';
import type { ReviewMessage } from '../contract';
import { tellReview } from '../review/content';
import { canMove } from '../review/reads';
import type { Mask, MaskWish } from '../review/mask';
import { nameOrder } from '../review/mask';
import { maskFor } from './masks';
import type { Quarter } from '../review/quarter';
import type { Workspace } from '../workspace/workspace';
import { answerMetric, answerRows } from './answer';
import { localDay } from './fiscal';
import type { Grounds } from './ground';
import { dimensionValues } from './ground';
import { runFreeSql } from './free-sql';
import { keptAnswer } from './kept-answers';

/** Which review is wanted. */
export interface ReviewWish extends Quarter {
  readonly template: TemplateName;
  readonly rep: string | null;
}

export interface Open {
  readonly workspace: Workspace;
  readonly grounds: Grounds;
}

/** The deck of a review, as it was kept or as it would begin. Throws `rep_unknown`. */
export async function openDeck({ workspace, grounds }: Open, wish: ReviewWish): Promise<Deck> {
  if (wish.template === 'one-to-one') await knownRep(grounds, wish.rep);
  return deckFor(wish, workspace.definitions.decks);
}

async function knownRep(grounds: Grounds, rep: string | null): Promise<void> {
  if (rep === null) throw new UserError('usage', { detail: 'the template one-to-one needs --rep' });
  const values = await dimensionValues(await grounds.at(null), 'rep', '');
  if (values.some(({ value }) => value === rep)) return;
  throw new UserError('rep_unknown', {
    rep,
    known: values
      .slice(0, 20)
      .map(({ value }) => value)
      .join(', '),
  });
}

/** A review told, its lists in the order of the names that it will bear. */
export interface TellWishes {
  readonly locale: Locale;
  readonly mask?: Mask | null;
}

/** What a deck says today, under the real names. Throws `nothing_to_show`, `review_cancelled`. */
export async function tellDeck(
  open: Open,
  deck: Deck,
  wishes: TellWishes,
  onProgress?: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Told> {
  try {
    return await tellReview(await contextOf(open, deck, wishes, signal), onProgress, signal);
  } catch (error) {
    // Whatever it was at, it is the review that was given up.
    throw signal?.aborted ? new UserError('review_cancelled') : error;
  }
}

async function contextOf(
  open: Open,
  deck: Deck,
  { locale, mask = null }: TellWishes,
  signal: AbortSignal | undefined,
): Promise<Context> {
  const { workspace, grounds } = open;
  const ground = await grounds.at(null, signal);
  const { settings, name, imports, decks } = workspace.definitions;
  const frame: ReviewFrame = {
    workspace: name,
    settings,
    asOfDay: ground.asOf === null ? null : localDay(ground.asOf, settings.time_zone),
    sources: imports.flatMap(({ id, files }) =>
      files.map(({ file, table }) => ({ importId: id, file, table: table ?? '' })),
    ),
    metrics: new Set(catalogue().map(({ id }) => id)),
  };
  const ask = async (metric: string, question: Question): Promise<Answer> => {
    const ground = await grounds.at(question.asOf, signal);
    return keptAnswer(ground, metric, question, (stop) => answerMetric(ground, metric, question, stop), signal);
  };
  const earlier = earlierDeck(
    deck,
    decks.filter(({ said }) => said !== null),
  );
  return {
    deck,
    frame,
    words: words(locale),
    byName: nameOrder(mask),
    ask,
    query: async (text) => (await runFreeSql(workspace.database, text, false, mostQueryRows, signal)).table,
    earlier,
    arrivals: (question, metric) =>
      arrivalsBehind(open, question, metric, new Set(earlier?.said?.imports ?? []), signal),
  };
}

/** The mask a wish asks for; null where every name may be told. */
export async function maskWished({ workspace }: Open, wish: MaskWish, locale: Locale): Promise<Mask | null> {
  if (!wish.customers && !wish.reps) return null;
  return workspace.database.read((connection) => maskFor(connection, wish, words(locale)));
}

/** A told review as the page shows it. */
export function drawnReview(content: ReviewContent, deck: Deck): ReviewMessage {
  const { title, locale, slides, leftOut } = content;
  return {
    title,
    language: locale,
    slides: slides.map((slide) => {
      const { id, number, headline, supported, findings } = slide;
      return { id, number, headline, supported, findings, drawn: drawSlide(slide, content, '16:9', deck.brand) };
    }),
    leftOut,
  };
}

/** The record of what a deck says, to be held against later. */
export function saidOf({ workspace }: Open, told: Told, at: Date): Said {
  const { settings, imports } = workspace.definitions;
  return {
    at: at.toISOString(),
    settings: Object.fromEntries(
      Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
    ),
    imports: imports.map(({ id }) => id),
    slides: [...told.said],
  };
}

const mostRows = 1_000_000;

/** Rows of a query that a slide counts. */
const mostQueryRows = 10_000;

/** Rows behind a figure that came, or took the place of others, with imports that are not among the known ones. */
async function arrivalsBehind(
  open: Open,
  question: Question,
  metric: string,
  known: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<readonly Arrival[]> {
  const { workspace, grounds } = open;
  const fresh = workspace.definitions.imports.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (fresh.length === 0) return [];
  const rows = await answerRows(
    await grounds.at(question.asOf, signal),
    { metric, question, where: {}, part: 'denominator', offset: 0, limit: mostRows },
    signal,
  );
  const found: Arrival[] = [];
  for (const [table, key] of [
    ['opportunities', 'opportunity_id'],
    ['leads', 'lead_id'],
  ] as const) {
    const behind = new Set(textsOf(rows.table, key).filter((id) => id !== null));
    const moves = (field: string): boolean => canMove(field, metric, question);
    if (behind.size > 0) found.push(...(await arrivalsIn(workspace.database, table, key, fresh, behind, moves)));
  }
  return found;
}

// A row that took the place of an earlier version of itself was corrected, which counts where a field that can move the figure is another; one without such a version came late.
async function arrivalsIn(
  database: Database,
  table: 'opportunities' | 'leads',
  key: string,
  imports: readonly string[],
  behind: ReadonlySet<string>,
  moves: (field: string) => boolean,
): Promise<readonly Arrival[]> {
  const found = await database.read(async (connection) => {
    const columns = await query(
      connection,
      "select column_name from duckdb_columns() where schema_name = 'store' and table_name = $table::varchar",
      { table },
    );
    const names = new Set(textsOf(columns, 'column_name').filter((name) => name !== null));
    if (!names.has(key) || !names.has('src_file')) return null;
    const fields = names.has('src_replaced_by') ? [...names].filter((name) => !name.startsWith('src_')) : [];
    return query(connection, arrivalsSql(table, key, fields).text, { imports });
  });
  if (!found) return [];
  const [ids, files, corrected] = [textsOf(found, 'id'), textsOf(found, 'file'), textsOf(found, 'corrected')];
  const groups = new Map<string, { kind: Arrival['kind']; file: string; ids: string[] }>();
  ids.forEach((id, row) => {
    if (id === null || !behind.has(id)) return;
    const fields = corrected[row] ?? null;
    if (fields !== null && !fields.split(',').some(moves)) return;
    const kind = fields === null ? 'late' : 'corrected';
    const file = files[row] ?? '';
    const group = groups.get(`${kind} ${file}`) ?? { kind, file, ids: [] };
    groups.set(`${kind} ${file}`, group);
    group.ids.push(id);
  });
  return [...groups.values()];
}

// Beside each new row the fields in which it differs from the version that was known; null where none was.
function arrivalsSql(table: string, key: string, fields: readonly string[]): Sql {
  const stored = sql`store.${ident(table)}`;
  const fresh = sql`(select number from store.files where list_contains($imports::varchar[], cast(import_number as varchar)))`;
  const differing = fields.map(
    (name) => sql`case when now.${ident(name)} is distinct from before.${ident(name)} then ${literal(name)} end`,
  );
  const earlier = sql`left join ${stored} as before on before.${ident(key)} = now.${ident(key)} and before.src_replaced_by in ${fresh} and before.src_file not in ${fresh}`;
  const versions = fields.length > 0;
  return sql`
    select
      cast(now.${ident(key)} as varchar) as id,
      f.name as file,
      ${versions ? sql`case when before.src_file is not null then concat_ws(',', ${join(differing)}) end` : raw('cast(null as varchar)')} as corrected
    from ${stored} as now
    join store.files as f on f.number = now.src_file
    ${versions ? earlier : raw('')}
    where now.src_file in ${fresh} ${versions ? raw('and now.src_replaced_by is null') : raw('')}
    order by f.number, id`;
}
