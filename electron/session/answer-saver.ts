import type { Ground } from './answer';
import { answersOf, putAnswers } from './kept-answers';
import { readSaved, writeSaved } from './saved-answers';

/** How long nothing may have been asked before answers are saved, in milliseconds. */
const usualQuiet = 600;

/** Saves the answers of one ground whenever nothing has been asked for a while, and at the end. */
export class AnswerSaver {
  private timer: NodeJS.Timeout | undefined;
  private saved: string;

  private constructor(
    private readonly ground: Ground,
    private readonly program: string,
    private readonly made: string,
    private readonly quiet: number,
  ) {
    this.saved = this.keys();
  }

  /** Gives a ground the answers that were saved of it; null where none can be saved. */
  static async begin(ground: Ground, program: string, quiet = usualQuiet): Promise<AnswerSaver | null> {
    const { made, answers } = await readSaved(ground.database, program);
    putAnswers(ground, answers);
    return made === null || ground.database.readOnly ? null : new AnswerSaver(ground, program, made, quiet);
  }

  /** Takes note that something was asked. */
  asked(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), this.quiet).unref();
  }

  /** Saves now what was not saved yet. Nothing was promised: a disk that is full only makes the next opening slower. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    const keys = this.keys();
    if (keys === this.saved) return;
    this.saved = keys;
    await writeSaved(this.ground.database, this.program, this.made, answersOf(this.ground)).catch(() => undefined);
  }

  /** Saves nothing more. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private keys(): string {
    return [...answersOf(this.ground).keys()].sort().join();
  }
}
