import { inEnglish } from '../model/evidence';
import type { FileReport, PlannedColumn } from '../contract';
import { tableModel } from '../model/tables';
import type { LoadedFile } from './load-file';
import type { FilePlan } from './table-plan';

/** The report of one file; always read = new + updated + unchanged + skipped + rejected. */
export function reportOf(loaded: LoadedFile, rejectsFile: string | null, aside: FileReport['set_aside']): FileReport {
  const { plan, counts, read, derived } = loaded;
  return {
    file: plan.source.name,
    part: plan.source.part,
    system: plan.system,
    object: plan.object,
    table: plan.main?.table ?? null,
    confidence: plan.confidence,
    encoding: plan.source.encoding,
    delimiter: plan.source.delimiter,
    header_line: plan.source.headerLine,
    read,
    ...counts,
    derived,
    columns: columnsOf(plan, loaded),
    decisions: plan.decisions.map(({ what, chosen, evidence }) => ({
      what,
      chosen,
      evidence: inEnglish(evidence),
      because: evidence,
    })),
    rejects_file: rejectsFile,
    set_aside: aside,
  };
}

function columnsOf(plan: FilePlan, loaded: LoadedFile): PlannedColumn[] {
  return plan.targets.map(({ index, source, target, confidence }): PlannedColumn => {
    const [first] = target?.split('+') ?? [];
    const stored = target === null ? plan.main?.extras.get(index) : first;
    const count = stored === undefined || loaded.rows === 0 ? undefined : loaded.filled.get(stored);
    return {
      source,
      field: target,
      extra: target === null ? (plan.main?.extras.get(index) ?? null) : null,
      type: typeOf(plan, first),
      filled: count ?? sampledShare(plan, index),
      confidence,
      samples: (plan.facts[index]?.values ?? []).slice(0, 3).map((value) => value.slice(0, 200)),
    };
  });
}

function typeOf(plan: FilePlan, field: string | undefined): string {
  if (plan.main === null || field === undefined) return 'text';
  return tableModel(plan.main.table).fields.find(({ name }) => name === field)?.type ?? 'text';
}

function sampledShare(plan: FilePlan, index: number): number {
  const { sample } = plan.source;
  if (sample.length === 0) return 0;
  return sample.filter((row) => (row[index] ?? '') !== '').length / sample.length;
}
