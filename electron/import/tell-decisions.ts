import { because } from '../model/evidence';
import type { Evidence } from '../model/evidence';
import type { Confidence, FileMap, OpenQuestion } from '../contract';
import type { Decision } from './read';
import { tableModel } from '../model/tables';
import type { Field, TableName } from '../model/tables';
import { shareFields } from './load-statement';
import type { OrderVerdict } from './recognise/dates';
import type { NumberReading } from './recognise/numbers';
import type { TableGuess } from './recognise/table';
import type { Target } from './recognise/targets';
import type { ColumnFacts, FilePlan, SourceTable, TablePlan } from './table-plan';

/** The model's field a target feeds first; undefined for extra columns and virtual fields. */
export function fieldOf(table: TableName, target: string | null): Field | undefined {
  const [first] = target?.split('+') ?? [];
  return tableModel(table).fields.find((field) => field.name === first);
}

/** Decided parts of a file from which its decisions are told. */
type Decided = Pick<
  FilePlan,
  | 'source'
  | 'system'
  | 'object'
  | 'confidence'
  | 'facts'
  | 'targets'
  | 'zone'
  | 'currency'
  | 'points'
  | 'main'
  | 'recalled'
>;

/** What a person should still answer about a file. */
export function questionsOf(
  source: SourceTable,
  table: TableName | null,
  targets: readonly Target[],
  facts: readonly ColumnFacts[],
  order: OrderVerdict,
  guess: TableGuess,
  confidence: Confidence,
  percent: FileMap['percent'],
): OpenQuestion[] {
  const file = source.name;
  const questions: OpenQuestion[] = [];
  if (table !== null && confidence === 'confirm') {
    questions.push({ file, kind: 'table', subject: table, choices: [table, ...guess.others], suggested: table });
  }
  if (order.open && order.needed)
    questions.push({
      file,
      kind: 'dates',
      subject: exampleDate(facts),
      choices: ['dmy', 'mdy'],
      suggested: order.order,
    });
  for (const target of targets) {
    const numbers = facts[target.index]?.numbers;
    const field = table && fieldOf(table, target.target);
    if (target.confidence === 'confirm' && target.target) {
      questions.push({
        file,
        kind: 'column',
        subject: target.source,
        choices: [target.target, ''],
        suggested: target.target,
      });
    }
    if (field && field.type === 'dec' && numbers?.open) {
      questions.push({
        file,
        kind: 'numbers',
        subject: target.source,
        choices: ['.', ','],
        suggested: numbers.decimal,
      });
    }
    if (field && numbers && percent === undefined && isDoubtfulShare(field.name, target.source, numbers)) {
      const suggested = (numbers.largest ?? 0) > 1 ? 'points' : 'ratio';
      questions.push({ file, kind: 'percent', subject: target.source, choices: ['ratio', 'points'], suggested });
    }
  }
  return questions;
}

// A share that figures use: named a percent yet never above 1, or with values on both sides of 1.
function isDoubtfulShare(field: string, source: string, { largest, fractions, percentSign }: NumberReading): boolean {
  if (!shareFields.has(field) || field === 'probability' || percentSign || !fractions || largest === null) return false;
  return largest > 1 || /%|percent|pct|prozent|pour ?cent|por ?ciento|peratus/i.test(source);
}

function exampleDate(facts: readonly ColumnFacts[]): string {
  const masks = facts.flatMap((fact) => fact.masks);
  return masks.find((mask) => /^9{1,2}[-/.]9{1,2}[-/.]9/.test(mask.mask))?.example ?? '';
}

/** What was decided about a file, each with its evidence. */
export function decisionsOf(plan: Decided, guess: TableGuess, order: OrderVerdict, map: FileMap): Decision[] {
  const { main } = plan;
  if (main === null) {
    const evidence = plan.object === 'unknown' ? guess.evidence : because('describes_columns');
    return [{ what: 'table', chosen: 'none', evidence }, ...plan.source.reading];
  }
  const found =
    plan.system === 'plain' ? guess.evidence : because('header_of', { system: plan.system, object: plan.object });
  return [
    { what: 'table', chosen: main.table, evidence: map.table ? because('told') : found },
    ...recallDecision(plan.recalled),
    ...plan.source.reading,
    ...readingDecisions(plan, main.table, order, map),
    ...rowDecisions(plan, main),
  ];
}

function recallDecision(recalled: FilePlan['recalled']): Decision[] {
  if (!recalled) return [];
  const [added, gone] = [recalled.added.join(', '), recalled.gone.join(', ')];
  const both = added !== '' && gone !== '';
  const code = both ? 'columns_differ' : added !== '' ? 'columns_added' : gone !== '' ? 'columns_gone' : 'same_columns';
  const evidence = because(code, code === 'same_columns' ? {} : { added, gone });
  return [{ what: 'mapping', chosen: `as for ${recalled.file}`, evidence }];
}

// What was said for this file, said for an earlier one, or neither.
function toldBy(plan: Decided, map: FileMap, key: 'time_zone' | 'percent'): Evidence | null {
  if (map[key] !== undefined) return because('told');
  return plan.recalled?.map[key] === undefined ? null : because('as_before');
}

function readingDecisions(plan: Decided, table: TableName, order: OrderVerdict, map: FileMap): Decision[] {
  const out: Decision[] = [];
  if (order.needed) {
    out.push({ what: 'dates', chosen: order.order === 'mdy' ? 'month first' : 'day first', evidence: order.evidence });
  }
  const numbers = plan.targets.flatMap(({ index, target }) =>
    fieldOf(table, target)?.type === 'dec' ? [plan.facts[index]?.numbers] : [],
  );
  const dressed = numbers.find((reading) => reading && !reading.plain);
  if (dressed) {
    const chosen = dressed.decimal === ',' ? 'decimal comma' : 'decimal point';
    out.push({ what: 'numbers', chosen, evidence: dressed.evidence });
  }
  if (plan.facts.some((fact) => fact.dates.hasTime && fact.dates.shapes.some((shape) => shape !== 'iso_zone'))) {
    const evidence = toldBy(plan, map, 'time_zone') ?? because('workspace_setting');
    out.push({ what: 'time zone', chosen: plan.zone, evidence });
  }
  out.push(...currencyDecision(plan, table, map));
  for (const field of plan.points) {
    out.push({
      what: `percent in ${field}`,
      chosen: 'points, 20 for 20 %',
      evidence: toldBy(plan, map, 'percent') ?? because('values_above_1'),
    });
  }
  for (const { index, source } of plan.targets) {
    const missing = plan.facts[index]?.dates.missing ?? [];
    if (missing.length > 0) {
      out.push({ what: `missing in ${source}`, chosen: missing.join(', '), evidence: because('taken_as_missing') });
    }
  }
  return out;
}

// Amounts are in the currency their column says, else the one that stands in them, else that of the workspace, and a person can say another.
function currencyDecision({ main, targets, currency }: Decided, table: TableName, map: FileMap): Decision[] {
  const hasMoney = targets.some(({ target }) => fieldOf(table, target)?.name === 'amount');
  const takes = tableModel(table).fields.some(({ name }) => name === 'currency');
  if (!takes || !hasMoney || main?.sources.has('currency')) return [];
  if (map.currency !== undefined)
    return [{ what: 'currency', chosen: map.currency.toUpperCase(), evidence: because('told') }];
  const inValues = main?.constants.get('currency');
  if (inValues !== undefined) return [{ what: 'currency', chosen: inValues, evidence: because('in_amounts') }];
  return [{ what: 'currency', chosen: currency, evidence: because('workspace_setting') }];
}

/** True for the decision that amounts are in the currency of the workspace. */
export function isOfWorkspace({ what, evidence }: Decision): boolean {
  return what === 'currency' && evidence.code === 'workspace_setting';
}

function rowDecisions(plan: Decided, main: TablePlan): Decision[] {
  const out: Decision[] = [];
  if (main.splitsClose) {
    const chosen = 'expected while open, actual once closed';
    out.push({ what: 'close date', chosen, evidence: because('one_close_column') });
  }
  if (main.keyColumns.length > 0) {
    const chosen = main.keyColumns.map((i) => plan.source.header[i]).join(' · ');
    out.push({ what: 'key', chosen, evidence: because('name_is_id') });
  }
  if (main.keyFromRow) out.push({ what: 'key', chosen: 'the whole row', evidence: because('no_id_column') });
  if (main.table === 'activities' && !main.sources.has('is_conversation') && !main.constants.has('is_conversation')) {
    const evidence = because('two_way_kinds');
    out.push({ what: 'conversations', chosen: 'from the kind of activity', evidence });
  }
  return out;
}
