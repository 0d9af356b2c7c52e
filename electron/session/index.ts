import type { DeckVersion, Hello, ImportMap, Incoming, WorkspaceState } from '../contract';
import { version } from '../../package.json';
import { catalogue } from '../analytics';
import { duckdbVersion } from '../db/open';
import { UserError } from '../model/errors';
import type { EnteredName, EnteredRow } from '../model/entered';
import type { Brand, CheckedBrand, Deck, TemplateName } from '../model/deck';
import type { Answer, Question } from '../model/question';
import type { SavedView } from '../model/saved-view';
import { withView } from '../model/saved-view';
import type { TableName } from '../model/tables';
import type { Locale } from '../../renderer/i18n';
import type { Progress, Told } from '../review/content';
import type { MaskWish } from '../review/mask';
import type { Workspace } from '../workspace/workspace';
import { getReady, heed } from './ahead';
import { answerMetric, answerRows } from './answer';
import { enteredGrid, saveEntered } from './entered';
import type { Most } from './most-rows';
import { notesByName, saveNote } from './notes';
import { mostOf } from './most-rows';
import { listSqlTables, runFreeSql } from './free-sql';
import { listSqlFunctions } from './sql-functions';
import { Grounds, dimensionValues } from './ground';
import { answersOf, keptAnswer } from './kept-answers';
import { program } from './program';
import { AnswerSaver } from './answer-saver';
import { closedState, openFolder, saveSettings, stageFile, stateOf } from './open-workspace';
import type { ReviewWish } from './review';
import type { BrandFile, LineOutcome, RowsRequest, Session, WindowWishes } from './session';

/** Most rows the free SQL view gives; the command asks for more than a screen can use. */
const sqlRows = 100_000;

// Loaded when first needed: most starts neither bring files in nor make a review, and should not wait for what does.
const loading = () => import('./load');
const reviewing = () => import('./reviewing');

/** A session with nothing open. One that is asked by a window may make ahead what its first screen will ask for, and saves its answers for its next start, under the name of the program that gave them; null saves none. */
export function createSession({
  ahead = false,
  saves = program,
}: { ahead?: boolean; saves?: string | null } = {}): Session {
  return new OpenSession(ahead, ahead ? saves : null);
}

interface Open {
  readonly workspace: Workspace;
  readonly grounds: Grounds;
}

class OpenSession implements Session {
  private current: Open | null = null;
  private making = new AbortController();
  private turn: Promise<unknown> = Promise.resolve();

  private saver: AnswerSaver | null = null;

  constructor(
    private readonly ahead: boolean,
    private readonly saves: string | null,
  ) {}

  async hello(): Promise<Hello> {
    return Promise.resolve({ version, duckdb: duckdbVersion() });
  }

  open(folder: string, create: boolean): Promise<WorkspaceState> {
    return this.inTurn(() => this.openNow(folder, create));
  }

  async prepare(folder: string): Promise<void> {
    await this.inTurn(() => this.enter(folder, false));
  }

  close(): Promise<void> {
    return this.inTurn(() => this.closeNow());
  }

  // A page that is loaded anew asks again for what is still being opened for it.
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async openNow(folder: string, create: boolean): Promise<WorkspaceState> {
    await this.enter(folder, create);
    return this.state();
  }

  private async enter(folder: string, create: boolean): Promise<void> {
    if (this.current?.workspace.folder === folder) return;
    await this.closeNow();
    const workspace = await openFolder(folder, create);
    const { definitions, database } = workspace;
    this.current = { workspace, grounds: new Grounds(database, definitions.settings, definitions.revision) };
    const { grounds } = this.current;
    await this.recall(grounds);
    this.makeAhead(grounds);
  }

  private async closeNow(): Promise<void> {
    const { current } = this;
    this.making.abort();
    this.current = null;
    await this.saver?.save();
    this.saver = null;
    await current?.workspace.close();
  }

  async state(): Promise<WorkspaceState> {
    if (!this.current) return closedState;
    const ground = await this.current.grounds.at(null);
    return stateOf(this.current.workspace, ground);
  }

  setting(key: string, value: string): Promise<WorkspaceState> {
    return this.change([[key, value]]);
  }

  async change(settings: readonly (readonly [key: string, value: string])[]): Promise<WorkspaceState> {
    this.making.abort();
    const { workspace } = this.opened();
    await saveSettings(workspace, settings);
    await this.refresh();
    return this.state();
  }

  async keepView(id: string, view: SavedView | null): Promise<readonly SavedView[]> {
    const { workspace } = this.opened();
    await workspace.keep((now) => ({ ...now, views: withView(now.views, id, view) }));
    return workspace.definitions.views;
  }

  async values(dimension: string, search: string, signal?: AbortSignal) {
    return dimensionValues(await this.opened().grounds.at(null, signal), dimension, search, signal);
  }

  stage(path: string) {
    return stageFile(this.opened().workspace, path);
  }

  async *plan(files: readonly Incoming[], map: ImportMap, signal?: AbortSignal) {
    const { workspace } = this.opened();
    yield* (await loading()).runPlan(workspace, files, map, signal);
  }

  async *load(files: readonly Incoming[], map: ImportMap, signal?: AbortSignal) {
    this.making.abort();
    const { workspace } = this.opened();
    yield* (await loading()).runLoad(workspace, files, map, () => this.refresh(), signal);
  }

  async undo(importId: string) {
    this.making.abort();
    const { workspace } = this.opened();
    return (await loading()).undoLoad(workspace, importId, () => this.refresh());
  }

  async forget(importId: string, file: string) {
    this.making.abort();
    const { workspace } = this.opened();
    return (await loading()).forgetSource(workspace, importId, file, () => this.refresh());
  }

  async lines(file: Incoming, map: ImportMap, outcome: LineOutcome, signal?: AbortSignal) {
    const { workspace } = this.opened();
    return (await loading()).loadLines(workspace, file, map, outcome, signal);
  }

  entered(table: EnteredName) {
    return enteredGrid(this.opened().workspace, table);
  }

  async saveEntered(table: EnteredName, rows: readonly EnteredRow[]): Promise<WorkspaceState> {
    this.making.abort();
    await saveEntered(this.opened().workspace, table, rows);
    await this.refresh(table);
    return this.state();
  }

  notes() {
    return notesByName(this.opened().workspace);
  }

  saveNote(rep: string, note: string) {
    return saveNote(this.opened().workspace, rep, note);
  }

  metrics() {
    return catalogue();
  }

  async answer(metric: string, question: Question, signal?: AbortSignal) {
    const ground = await this.opened().grounds.at(question.asOf, signal);
    heed(ground);
    const answer = await keptAnswer(
      ground,
      metric,
      question,
      (stop) => answerMetric(ground, metric, question, stop),
      signal,
    );
    this.saver?.asked();
    return answer;
  }

  async remembered(revision: number) {
    const ground = await this.current?.grounds.at(null);
    return ground?.revision === revision ? answersOf(ground) : new Map<string, Answer>();
  }

  async answerMost(metric: string, question: Question, most: Most | undefined, signal?: AbortSignal) {
    const answer = await this.answer(metric, question, signal);
    return { ...answer, table: mostOf(answer.table, most), total: answer.table.length };
  }

  async rows(request: RowsRequest, signal?: AbortSignal) {
    return answerRows(await this.opened().grounds.at(request.question.asOf, signal), request, signal);
  }

  sql(text: string, explain: boolean, signal?: AbortSignal) {
    return runFreeSql(this.opened().workspace.database, text, explain, sqlRows, signal);
  }

  sqlTables() {
    return listSqlTables(this.opened().workspace.database);
  }

  sqlFunctions() {
    const { database, definitions } = this.opened().workspace;
    return listSqlFunctions(database, definitions.settings.fiscal_calendar);
  }

  async deck(wish: ReviewWish) {
    const open = this.opened();
    return (await reviewing()).openDeck(open, wish);
  }

  async keepDeck(deck: Deck): Promise<void> {
    const { workspace } = this.opened();
    const { withDraft } = await reviewing();
    await workspace.keep((now) => ({ ...now, decks: withDraft(now.decks, deck) }));
  }

  async tell(deck: Deck, locale: Locale, onProgress?: (progress: Progress) => void, signal?: AbortSignal) {
    const open = this.opened();
    return (await reviewing()).tellDeck(open, deck, { locale }, onProgress, signal);
  }

  async showReview(deck: Deck, locale: Locale, mask: MaskWish, signal?: AbortSignal) {
    const { content } = await this.tellMasked(deck, locale, mask, signal);
    return (await reviewing()).drawnReview(content, deck);
  }

  async writeReview(
    deck: Deck,
    locale: Locale,
    { mask, ...wishes }: WindowWishes,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    const { told, content } = await this.tellMasked(deck, locale, mask, signal);
    const { writeReview } = await reviewing();
    const bytes = await writeReview(content, { ...wishes, brand: deck.brand, slide: null });
    if (signal?.aborted) throw new UserError('review_cancelled');
    await this.keepSaid(deck, told);
    return bytes;
  }

  versions(template: TemplateName, rep: string | null): readonly DeckVersion[] {
    const { decks } = this.opened().workspace.definitions;
    return decks
      .filter((deck) => deck.template === template && deck.rep === rep)
      .map(({ said, ...deck }) => ({ deck: { ...deck, said: null }, at: said?.at ?? null }));
  }

  async brand(brand: Brand, file: BrandFile | null): Promise<CheckedBrand> {
    return (await import('../review/brand')).checkedBrand(brand, file);
  }

  async share(folder: string, mask: MaskWish, locale: Locale, signal?: AbortSignal) {
    const { workspace } = this.opened();
    const { shareCopy, words } = await reviewing();
    return shareCopy(workspace, folder, mask, words(locale), signal);
  }

  async keepSaid(deck: Deck, told: Told): Promise<void> {
    const { workspace } = this.opened();
    if (workspace.readOnly) return;
    const { saidOf, withVersion } = await reviewing();
    const said = saidOf(this.opened(), told, new Date());
    if (withVersion(workspace.definitions.decks, deck, said) === workspace.definitions.decks) return;
    await workspace.keep((now) => ({ ...now, decks: withVersion(now.decks, deck, said) }));
  }

  private async tellMasked(deck: Deck, locale: Locale, wish: MaskWish, signal?: AbortSignal) {
    const { maskWished, maskedReview, tellDeck } = await reviewing();
    const mask = await maskWished(this.opened(), wish, locale);
    const told = await tellDeck(this.opened(), deck, { locale, mask }, undefined, signal);
    return { told, content: mask ? maskedReview(told.content, mask) : told.content };
  }

  private opened(): Open {
    if (!this.current) throw new UserError('not_open');
    return this.current;
  }

  private async refresh(changed?: TableName): Promise<void> {
    const { workspace, grounds } = this.opened();
    await grounds.refresh(workspace.definitions.settings, workspace.definitions.revision, changed);
    await this.recall(grounds);
    this.makeAhead(grounds);
  }

  private async recall(grounds: Grounds): Promise<void> {
    this.saver?.stop();
    this.saver = this.saves === null ? null : await AnswerSaver.begin(await grounds.at(null), this.saves);
  }

  private makeAhead(grounds: Grounds): void {
    if (!this.ahead || this.current?.grounds !== grounds) return;
    this.making = new AbortController();
    const { signal } = this.making;
    void grounds.at(null).then(
      (ground) => getReady(ground, signal),
      () => undefined,
    );
  }
}
