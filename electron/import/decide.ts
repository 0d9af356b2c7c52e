import type { Confidence, FileMap } from '../contract';
import { UserError } from '../model/errors';
import { tableModel } from '../model/tables';
import type { TableName } from '../model/tables';
import { checkValues, keyOf, mappedColumns, mappedTable } from './check-map';
import { decidedMap } from './decided-map';
import { formatOf } from './formats';
import type { ObjectFormat } from './formats/format';
import { shareFields } from './load-statement';
import { dateShare, judgeOrder } from './recognise/dates';
import { columnOf, factsOf } from './recognise/facts';
import type { Recalled, Remembered } from './recall';
import { recall } from './recall';
import type { Habits } from './recognise/facts';
import { masksOf } from './recognise/masks';
import { plainName } from './recognise/names';
import type { Mask } from './recognise/masks';
import { numberShare } from './recognise/numbers';
import { alsoOf, rungDates } from './recognise/rung-dates';
import { guessStage } from './recognise/stages';
import { guessTable } from './recognise/table';
import type { TableGuess } from './recognise/table';
import { formatTargets, nearRank } from './recognise/targets';
import type { Target } from './recognise/targets';
import { ordersOfLines } from './order-lines';
import { planTable } from './plan-table';
import { decisionsOf, fieldOf, questionsOf } from './tell-decisions';
import type { ColumnFacts, FilePlan, SourceTable, StageDecision } from './table-plan';

/** What the workspace already knows when a file is decided. */
export interface Ground {
  readonly zone: string;
  readonly currency: string;
  /** The moment of the import, ISO 8601 in UTC. */
  readonly now: string;
  readonly stages: ReadonlyMap<string, StageDecision>;
  /** Masks of whole columns, by index, where a sample did not do; they replace the sample's. */
  readonly masks?: ReadonlyMap<number, readonly Mask[]>;
  /** Stages that stand in the file beside those of the sample. */
  readonly seenStages?: readonly string[];
  /** Mappings that were decided for earlier files, newest first. */
  readonly remembered?: readonly Remembered[];
  /** True when open sales were found to carry a closing date: it is the expected one. */
  readonly splitClose?: boolean;
  /** True when some activities were found to lie in the future. */
  readonly leavesFuture?: boolean;
}

interface Recognised {
  readonly format: ObjectFormat | null;
  readonly table: TableName | null;
  readonly guess: TableGuess;
}

/** Decides everything about one file from its header, its sample and the person's mapping. Throws UserError for a mapping that does not fit. */
export function decideFile(source: SourceTable, said: FileMap, ground: Ground): FilePlan {
  const recalled = recall(source, said, ground.remembered ?? []);
  const map = recalled?.map ?? said;
  const { format, table, guess } = recognise(source, map);
  const told =
    table === null ? new Map<number, string | null>() : mappedColumns(source.name, map, table, source.header);
  checkValues(source.name, map);
  const masks = source.header.map((_, index) => ground.masks?.get(index) ?? masksOf(columnOf(source.sample, index)));
  const targets =
    table === null
      ? noTargets(source.header)
      : settleTargets(source, table, format, told, masks, ground.splitClose ?? false);
  const order = judgeOrder(dateColumns(table, targets, masks), map.date_order, recalled?.usual.date_order);
  const habits: Habits = {
    order: order.order,
    decimal: map.decimal,
    usualDecimal: recalled?.usual.decimal,
    semicolons: source.delimiter === ';',
  };
  const facts = source.header.map((_, index) => factsOf(columnOf(source.sample, index), habits, masks[index] ?? []));
  const zone = map.time_zone ?? ground.zone;
  const stages = stagesOf(targets, facts, map, ground);
  const points = pointsOf(table, targets, facts, map);
  const confidence: Confidence = map.table !== undefined || format ? 'sure' : guess.confidence;
  const also = table === null ? [] : alsoOfFile(source, table, format, targets, masks, map, said, recalled);
  const base = {
    source,
    format,
    system: source.system ?? format?.system ?? 'plain',
    object: format?.object ?? (table === null ? 'unknown' : table.replaceAll('_', ' ')),
    confidence,
    targets,
    facts,
    order: order.order,
    decimal: facts.some((fact) => fact.numbers.decimal === ',') ? (',' as const) : ('.' as const),
    zone,
    currency: ground.currency,
    now: ground.now,
    leavesFuture: ground.leavesFuture ?? false,
    points,
    stages,
    recalled,
  };
  const main =
    table === null ? null : planTable(source, table, targets, facts, mapOfMain(map, format), { used: datesUsed(also) });
  const further = also.map((entry) => furtherTable(source, entry, facts));
  return {
    ...base,
    main,
    also: further,
    decisions: decisionsOf({ ...base, main }, guess, order, said),
    questions: questionsOf(source, table, targets, facts, order, guess, confidence, map.percent),
    map: decidedMap(base, main, also, order, map),
  };
}

function mapOfMain(map: FileMap, format: ObjectFormat | null): FileMap {
  return { ...map, key: keyOf(map).slice(), constants: { ...format?.constants, ...map.constants } };
}

function recognise(source: SourceTable, map: FileMap): Recognised {
  const told = mappedTable(source.name, map);
  const format = formatOf(source.header);
  const guess = guessTable(source.header, source.name);
  if (told === undefined) return { format, table: format ? format.table : guess.table, guess };
  return { format: format?.table === told ? format : null, table: told, guess };
}

function noTargets(header: readonly string[]): Target[] {
  return header.map((source, index) => ({ index, source, target: null, confidence: 'extra', rank: 0 }));
}

// What the person says stands; detection fills the columns they did not name, where values do not speak against it.
function settleTargets(
  source: SourceTable,
  table: TableName,
  format: ObjectFormat | null,
  told: ReadonlyMap<number, string | null>,
  masks: readonly (readonly Mask[])[],
  splitClose: boolean,
): Target[] {
  const taken = new Set([...told.values()].flatMap((target) => target?.split('+') ?? []));
  const found = formatTargets(source.header, table, format);
  const settled = found.map((target): Target => {
    const wish = told.get(target.index);
    if (splitClose && target.target === 'closed_at' && !told.has(target.index))
      return { ...target, target: 'expected_close+closed_at' };
    if (wish !== undefined) return { ...target, target: wish, confidence: wish === null ? 'extra' : 'sure' };
    const clashes = target.target?.split('+').some((field) => taken.has(field)) ?? false;
    const fits = valuesFit(table, target, masks[target.index] ?? []);
    if (!clashes && fits) return target;
    const unlike = !clashes && target.target !== null && target.rank < nearRank ? { unlike: target.target } : {};
    return { ...target, target: null, confidence: 'extra', ...unlike };
  });
  return teamFromManager(table, settled);
}

/** False when a column's values speak against the field its name suggests. */
function valuesFit(table: TableName, target: Target, masks: readonly Mask[]): boolean {
  if (target.confidence === 'sure') return true;
  const field = fieldOf(table, target.target);
  if (field?.type === 'ts' || field?.type === 'date') return (dateShare(masks, true) ?? 1) >= 0.5;
  if (field?.type === 'dec') return (numberShare(masks) ?? 1) >= 0.5;
  return true;
}

// A list of people that names managers and no teams: the manager is the team.
function teamFromManager(table: TableName, targets: readonly Target[]): Target[] {
  if (table !== 'reps' || targets.some(({ target }) => target === 'team_id')) return [...targets];
  return targets.map((target) =>
    target.target === 'manager_id' && /^(sales )?manager( name)?$/i.test(target.source.replaceAll('_', ' '))
      ? { ...target, target: 'team_id' }
      : target,
  );
}

function dateColumns(
  table: TableName | null,
  targets: readonly Target[],
  masks: readonly (readonly Mask[])[],
): (readonly Mask[])[] {
  if (table === null) return [];
  return targets.flatMap(({ index, target }) => {
    const field = fieldOf(table, target);
    const column = masks[index] ?? [];
    const dated = field ? field.type === 'ts' || field.type === 'date' : (dateShare(column, false) ?? 0) > 0.9;
    return dated ? [column] : [];
  });
}

function stagesOf(
  targets: readonly Target[],
  facts: readonly ColumnFacts[],
  map: FileMap,
  ground: Ground,
): Map<string, StageDecision> {
  const stages = new Map<string, StageDecision>();
  for (const { index, target } of targets) {
    if (target !== 'stage' && target !== 'to_stage' && target !== 'from_stage') continue;
    for (const stage of facts[index]?.values ?? []) stages.set(stage.trim(), decideStage(stage.trim(), map, ground));
  }
  for (const stage of ground.seenStages ?? []) stages.set(stage, decideStage(stage, map, ground));
  for (const [stage, target] of Object.entries(map.stages ?? {}))
    stages.set(stage, { target: target || null, confirmed: true });
  return stages;
}

/** What a stage stands for: as the mapping says, else as the workspace already knows, else as its name suggests. */
export function decideStage(stage: string, map: FileMap, ground: Pick<Ground, 'stages'>): StageDecision {
  const told = map.stages && Object.hasOwn(map.stages, stage) ? map.stages[stage] : undefined;
  if (told !== undefined) return { target: told || null, confirmed: true };
  return ground.stages.get(stage) ?? { target: guessStage(stage).target, confirmed: false };
}

function pointsOf(
  table: TableName | null,
  targets: readonly Target[],
  facts: readonly ColumnFacts[],
  map: FileMap,
): Set<string> {
  const points = new Set<string>();
  for (const { index, target, source } of targets) {
    if (table === null || target === null || !shareFields.has(target)) continue;
    const numbers = facts[index]?.numbers;
    const written = map.percent
      ? map.percent === 'points'
      : (numbers?.largest ?? 0) > 1 || (!numbers?.fractions && /%|percent|pct/i.test(source));
    if (written) points.add(target);
  }
  return points;
}

// What an earlier file of this header made beside its table is made again, and more only of columns that are new.
function alsoOfFile(
  source: SourceTable,
  table: TableName,
  format: ObjectFormat | null,
  targets: readonly Target[],
  masks: readonly (readonly Mask[])[],
  map: FileMap,
  said: FileMap,
  recalled: Recalled | null,
): NonNullable<FileMap['also']> {
  const found = () => [
    ...pairTables(source, format),
    ...(table === 'order_lines' ? ordersOfLines(source.header, targets) : []),
    ...alsoTables(source, table, targets, masks),
  ];
  if (map.also === undefined || said.also !== undefined || !recalled) return map.also ?? found();
  const isNew = (entry: FileMap) => Object.keys(entry.columns ?? {}).some((name) => recalled.added.includes(name));
  return [...map.also, ...found().filter(isNew)];
}

function alsoTables(
  source: SourceTable,
  table: TableName,
  targets: readonly Target[],
  masks: readonly (readonly Mask[])[],
): FileMap[] {
  const keyField = table === 'opportunities' ? 'opportunity_id' : table === 'leads' ? 'lead_id' : null;
  const key = targets.find(({ target }) => target === keyField);
  if (!keyField || !key) return [];
  const stageColumn = targets.find(({ target }) => target === 'stage' || target === 'status');
  const stages = stageColumn
    ? [...new Set(columnOf(source.sample, stageColumn.index))].filter((stage) => stage !== '')
    : [];
  const free = (index: number) => targets[index]?.target === null;
  const dated = (index: number) => (dateShare(masks[index] ?? [], false) ?? 0) >= 0.9;
  return rungDates(source.header, free, dated, stages).map((rung) => alsoOf(source.header, rung, key.source, keyField));
}

// A column whose dates became stage events needs no place of its own.
function datesUsed(also: readonly (FileMap | Record<string, unknown>)[]): ReadonlySet<string> {
  return new Set(
    also.flatMap((entry) =>
      Object.entries(entry.columns ?? {}).flatMap(([column, target]) => (target === 'entered_at' ? [column] : [])),
    ),
  );
}

// A look-up that comes as id and name says what the people and customers behind the ids are called.
function pairTables(source: SourceTable, format: ObjectFormat | null): FileMap[] {
  const found = (word: string) => source.header.find((name) => plainName(name) === plainName(word));
  const made = new Set<string>();
  return (format?.pairs ?? []).flatMap(([idWord, nameWord, table]): FileMap[] => {
    const id = found(idWord);
    const name = found(nameWord);
    const key = tableModel(table).key[0];
    if (id === undefined || name === undefined || key === undefined || made.has(table)) return [];
    made.add(table);
    return [{ table, columns: { [id]: key, [name]: 'name' } }];
  });
}

function furtherTable(source: SourceTable, entry: FileMap | Record<string, unknown>, facts: readonly ColumnFacts[]) {
  const map = entry as FileMap;
  const table = mappedTable(source.name, map);
  if (!table) throw new UserError('map_wrong', { at: source.name, reason: 'each entry of "also" names a table' });
  const told = mappedColumns(source.name, map, table, source.header);
  const targets = source.header.map((name, index): Target => ({
    index,
    source: name,
    target: told.get(index) ?? null,
    confidence: 'sure',
    rank: index,
  }));
  return planTable(source, table, targets, facts, map, { further: true });
}
