import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Incoming, LoadEvent, LoadPlan, LoadResult, PlanEvent } from '../contract';
import { UserError } from '../model/errors';
import type { Part } from '../model/question';
import type { Session } from '../session/session';
import type { CommandLine, Flags } from './arguments';
import { neededFlag, pairOf, pairsFlag, questionOf, textFlag } from './arguments';
import { csvBlocks } from '../model/csv';
import { answerDocument, plainTable, tableDocument } from './document';
import type { Output } from './output';
import { readMap, refuseUnused } from './read-map';
import { previewDocument } from './preview';
import { runReview } from './review';
import { writeWhole } from './write-whole';
import { describeText, importText, reviewText, undoText } from './texts';

/** What a command prints on standard output. */
type Printed = { json: unknown } | { text: string } | { blocks: Iterable<Uint8Array> };
type Command = (session: Session, line: CommandLine, output: Output) => Promise<Printed>;

/** The commands by name; each gives what goes to standard output and throws UserError otherwise. */
export const commands: Readonly<Record<string, Command>> = {
  preview: async (_session, { words, flags }) => {
    const map = readMap(textFlag(flags, 'map'));
    const found = await previewDocument(oneFile(words), textFlag(flags, 'part'), wholeNumber(flags, 'limit'), map);
    return { json: found };
  },
  import: runImport,
  undo: async (session, { words, flags }) => {
    const [importId] = words;
    if (!importId) throw new UserError('usage', { detail: 'undo needs an import id' });
    await openExisting(session, flags);
    const done = await session.undo(importId);
    return asked(flags, done, () => undoText(done));
  },
  settings: async (session, { words, flags }) => {
    await openExisting(session, flags);
    if (words.length > 0) await session.change(words.map((word) => pairOf(word, 'settings')));
    const { settings } = await session.state();
    const typed = typedSettings(settings);
    return asked(flags, { settings: typed }, () =>
      Object.entries(typed)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(''),
    );
  },
  describe: async (session, { flags }) => {
    await openExisting(session, flags);
    const state = await session.state();
    const { asOf, settings, tables, sources, checks } = state;
    const json = {
      as_of: asOf,
      time_zone: settings['time_zone'],
      currency: settings['currency'],
      settings: typedSettings(settings),
      tables,
      sources,
      checks,
      notices: state.notices,
    };
    return asked(flags, json, () => describeText(state));
  },
  metrics: (session, { flags }) => {
    const metrics = session.metrics();
    return Promise.resolve(
      asked(flags, { metrics }, () =>
        metrics.map((metric) => `${metric.spec}  ${metric.id.padEnd(26)}${metric.title}\n`).join(''),
      ),
    );
  },
  metric: async (session, { words, flags }) => {
    await openExisting(session, flags);
    const answer = await session.answer(oneId(words), questionOf(flags));
    if (flags['csv']) return { blocks: csvBlocks(answer.table) };
    return asked(flags, answerDocument(answer), () => plainTable(answer.table));
  },
  rows: async (session, { words, flags }) => {
    await openExisting(session, flags);
    const where = Object.fromEntries(pairsFlag(flags, 'where'));
    const request = {
      metric: oneId(words),
      question: questionOf(flags),
      where,
      part: partOf(flags),
      offset: 0,
      limit: wholeNumber(flags, 'limit') ?? 10_000_000,
    };
    const { table, count } = await session.rows(request);
    if (flags['csv']) return { blocks: csvBlocks(table) };
    return asked(flags, tableDocument(table, count), () => plainTable(table));
  },
  review: async (session, line, output) => {
    await openExisting(session, line.flags);
    const written = await runReview(session, line, output);
    return asked(line.flags, written, () => reviewText(written));
  },
  sql: async (session, { words, flags }) => {
    const [text] = words;
    if (!text) throw new UserError('usage', { detail: 'sql needs one SELECT' });
    await openExisting(session, flags);
    const { table, count, cut } = await session.sql(text, false);
    if (cut) throw new UserError('query_failed', { detail: `more than ${count} rows; add a limit` });
    if (flags['csv']) return { blocks: csvBlocks(table) };
    return asked(flags, tableDocument(table, count), () => plainTable(table));
  },
};

function asked(flags: Flags, json: unknown, text: () => string): Printed {
  return flags['json'] ? { json } : { text: text() };
}

async function openExisting(session: Session, flags: Flags): Promise<void> {
  const folder = resolve(neededFlag(flags, 'workspace'));
  if (!existsSync(folder)) throw new UserError('workspace_missing', { folder });
  await session.open(folder, false);
}

async function runImport(session: Session, { words, flags }: CommandLine, output: Output): Promise<Printed> {
  if (words.length === 0) throw new UserError('usage', { detail: 'import needs at least one file' });
  const folder = resolve(neededFlag(flags, 'workspace'));
  const map = readMap(textFlag(flags, 'map'));
  refuseUnused(map, words);
  const fresh = !existsSync(folder);
  const dry = flags['dry-run'] === true;
  let written = false;
  try {
    await session.open(folder, true);
    const files: Incoming[] = [];
    for (const word of words) files.push(await session.stage(resolve(word)));
    const plan = await planned(session.plan(files, map), output);
    const mapTarget = textFlag(flags, 'write-map');
    if (mapTarget !== undefined) await writeWhole(resolve(mapTarget), `${JSON.stringify(plan.map, null, 2)}\n`);
    const result: LoadResult = dry
      ? {
          import_id: null,
          files: plan.files.map(({ firstLines: _lines, bytes: _bytes, reused: _reused, ...file }) => file),
          warnings: plan.warnings,
        }
      : await finished(session.load(files, map), output);
    written = !dry;
    return asked(flags, result, () => importText(result));
  } finally {
    await session.close();
    // A workspace made for a load that wrote nothing is not left behind.
    if (fresh && !written) await rm(folder, { recursive: true, force: true });
  }
}

async function planned(events: AsyncGenerator<PlanEvent, void>, output: Output): Promise<LoadPlan> {
  for await (const event of events) {
    if (event.type === 'planned') return event.plan;
    if (event.type === 'progress') output.progress(`plan ${event.file}`, event.done, event.total);
  }
  throw new UserError('import_failed', { file: '', reason: 'the dry run ended without a plan' });
}

async function finished(events: AsyncGenerator<LoadEvent, void>, output: Output): Promise<LoadResult> {
  for await (const event of events) {
    if (event.type === 'done') return event.result;
    output.progress(`${event.step} ${event.file}`, event.done, event.total);
  }
  throw new UserError('import_failed', { file: '', reason: 'the load ended without a result' });
}

function typedSettings(settings: Readonly<Record<string, string>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, /^\d+$/.test(value) ? Number(value) : value]),
  );
}

function oneFile(words: readonly string[]): string {
  const [file] = words;
  if (file === undefined || words.length !== 1) throw new UserError('usage', { detail: 'preview takes one file' });
  return resolve(file);
}

function oneId(words: readonly string[]): string {
  const [id] = words;
  if (id === undefined || words.length !== 1)
    throw new UserError('usage', { detail: 'name one metric; `quarterdeck metrics` lists them' });
  return id;
}

function wholeNumber(flags: Flags, name: string): number | undefined {
  const text = textFlag(flags, name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UserError('usage', { detail: `--${name} takes a whole number, not "${text}"` });
  return Number(text);
}

function partOf(flags: Flags): Part {
  const part = textFlag(flags, 'part') ?? 'denominator';
  if (part === 'numerator' || part === 'denominator' || part === 'excluded') return part;
  throw new UserError('usage', { detail: `--part is numerator, denominator or excluded, not "${part}"` });
}
