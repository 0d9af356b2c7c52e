import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileReport, ImportMap, LoadPlan, LoadResult } from '../../electron/contract';
import { query } from '../../electron/db/run';
import type { Question } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import type { Cell } from '../../electron/model/table';
import { rowsOf } from '../../electron/model/table';
import { answerMetric } from '../../electron/session/answer';
import { Grounds } from '../../electron/session/ground';
import { planLoad, runLoad, undoLoad } from '../../electron/session/load';
import { openFolder, stageFile } from '../../electron/session/open-workspace';
import type { Workspace } from '../../electron/workspace/workspace';

/** A workspace in a folder of its own, with the few calls that import tests make. */
export class OpenDeck {
  private constructor(
    readonly home: string,
    readonly folder: string,
    public workspace: Workspace,
  ) {}

  static async fresh(): Promise<OpenDeck> {
    const home = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
    const folder = join(home, 'deals.quarterdeck');
    return new OpenDeck(home, folder, await openFolder(folder, true));
  }

  /** Writes a file of the person's and gives its path. */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.home, name);
    writeFileSync(path, content);
    return path;
  }

  async plan(paths: readonly string[], map: ImportMap = {}): Promise<LoadPlan> {
    const files = [];
    for (const path of paths) files.push(await stageFile(this.workspace, path));
    return planLoad(this.workspace, files, map);
  }

  async load(paths: readonly string[], map: ImportMap = {}): Promise<LoadResult> {
    const files = [];
    for (const path of paths) files.push(await stageFile(this.workspace, path));
    for await (const event of runLoad(this.workspace, files, map, () => Promise.resolve())) {
      if (event.type === 'done') return event.result;
    }
    throw new Error('no result');
  }

  /** Loads one CSV text under a name. */
  async loadText(name: string, text: string, map: ImportMap = {}): Promise<FileReport> {
    const result = await this.load([this.file(name, text)], map);
    const [report] = result.files;
    if (!report) throw new Error('no report');
    return report;
  }

  undo(importId: string): Promise<unknown> {
    return undoLoad(this.workspace, importId, () => Promise.resolve());
  }

  /** Rows of a metric's answer over what is loaded. */
  async ask(metric: string, question: Partial<Question> = {}): Promise<Record<string, Cell>[]> {
    const { database, definitions } = this.workspace;
    const grounds = new Grounds(database, definitions.settings, definitions.revision);
    const { table } = await answerMetric(await grounds.at(question.asOf ?? null), metric, {
      ...everything,
      ...question,
    });
    return rowsOf(table);
  }

  async rows(sql: string): Promise<Record<string, Cell>[]> {
    return rowsOf(await this.workspace.database.read((connection) => query(connection, sql)));
  }

  async reopen(): Promise<void> {
    await this.workspace.close();
    this.workspace = await openFolder(this.folder, false);
  }

  async close(): Promise<void> {
    await this.workspace.close().catch(() => undefined);
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** The counts of a report, and that they add up. */
export function countsOf(report: FileReport | undefined): Record<string, number | boolean> {
  if (!report) return {};
  const { read, new: added, updated, unchanged, skipped, rejected } = report;
  return {
    read,
    new: added,
    updated,
    unchanged,
    skipped,
    rejected,
    adds: read === added + updated + unchanged + skipped + rejected,
  };
}
