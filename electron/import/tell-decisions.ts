import type { Confidence, Decision, FileMap, OpenQuestion } from '../contract';
import { tableModel } from '../model/tables';
import type { Field, TableName } from '../model/tables';
import type { OrderVerdict } from './recognise/dates';
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
  'source' | 'system' | 'object' | 'confidence' | 'facts' | 'targets' | 'zone' | 'points' | 'main'
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
  }
  return questions;
}

function exampleDate(facts: readonly ColumnFacts[]): string {
  const masks = facts.flatMap((fact) => fact.masks);
  return masks.find((mask) => /^9{1,2}[-/.]9{1,2}[-/.]9/.test(mask.mask))?.example ?? '';
}

/** What was decided about a file, each with its evidence. */
export function decisionsOf(plan: Decided, guess: TableGuess, order: OrderVerdict, map: FileMap): Decision[] {
  const { main } = plan;
  if (main === null) {
    const evidence = plan.object === 'unknown' ? guess.evidence : 'describes columns, holds no records';
    return [{ what: 'table', chosen: 'none', evidence }];
  }
  const found = plan.system === 'plain' ? guess.evidence : `header of ${plan.system} ${plan.object}`;
  return [
    { what: 'table', chosen: main.table, evidence: map.table ? 'told' : found },
    ...readingDecisions(plan, main.table, order, map),
    ...rowDecisions(plan, main),
  ];
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
    const evidence = map.time_zone ? 'told' : 'not in the file; workspace setting';
    out.push({ what: 'time zone', chosen: plan.zone, evidence });
  }
  for (const field of plan.points) {
    out.push({
      what: `percent in ${field}`,
      chosen: 'points, 20 for 20 %',
      evidence: map.percent ? 'told' : 'values above 1',
    });
  }
  for (const { index, source } of plan.targets) {
    const missing = plan.facts[index]?.dates.missing ?? [];
    if (missing.length > 0) {
      out.push({ what: `missing in ${source}`, chosen: missing.join(', '), evidence: 'treated as missing' });
    }
  }
  return out;
}

function rowDecisions(plan: Decided, main: TablePlan): Decision[] {
  const out: Decision[] = [];
  if (main.splitsClose) {
    const chosen = 'expected while open, actual once closed';
    out.push({ what: 'close date', chosen, evidence: 'one column holds both' });
  }
  if (main.keyColumns.length > 0) {
    const chosen = main.keyColumns.map((i) => plan.source.header[i]).join(' · ');
    out.push({ what: 'key', chosen, evidence: 'no id column; the name is the id' });
  }
  if (main.keyFromRow) out.push({ what: 'key', chosen: 'the whole row', evidence: 'no id column' });
  if (main.table === 'activities' && !main.sources.has('is_conversation') && !main.constants.has('is_conversation')) {
    const evidence = 'meetings, demonstrations, visits and answered calls are two-way';
    out.push({ what: 'conversations', chosen: 'from the kind of activity', evidence });
  }
  return out;
}
