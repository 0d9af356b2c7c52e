import type { Ground } from './answer';
import { answersOf, putAnswers } from './kept-answers';
import { readSaved, writeSaved } from './saved-answers';

/** How long nothing may have been asked before answers are saved, in milliseconds. */
const usualQuiet = 2000;

/** Saves the answers of one ground whenever nothing has been asked for a while, and at the end. */
export class AnswerSaver {
  private timer: NodeJS.Timeout | undefined;
  /** How often something was asked. */
  private count = 0;
  private last = Promise.resolve();
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

  /** Takes note that something was asked: what is being saved waits until nothing is. */
  asked(): void {
    clearTimeout(this.timer);
    const count = ++this.count;
    this.timer = setTimeout(() => void this.put(() => count === this.count), this.quiet).unref();
  }

  /** Saves now what was not saved yet. */
  save(): Promise<void> {
    clearTimeout(this.timer);
    this.count++;
    return this.put(() => true);
  }

  /** Saves nothing more. */
  stop(): void {
    clearTimeout(this.timer);
  }

  // One after the other. Nothing was promised: a disk that is full only makes the next opening slower.
  private put(goesOn: () => boolean): Promise<void> {
    this.last = this.last.then(async () => {
      const [keys, { database }] = [this.keys(), this.ground];
      if (keys === this.saved) return;
      const answers = answersOf(this.ground);
      const isOver = await writeSaved(database, this.program, this.made, answers, goesOn).catch(() => true);
      if (isOver) this.saved = keys;
    });
    return this.last;
  }

  private keys(): string {
    return [...answersOf(this.ground).keys()].sort().join();
  }
}
