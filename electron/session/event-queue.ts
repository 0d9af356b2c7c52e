/** Events handed from the work to whoever reads them. */
export class EventQueue<Event> {
  private readonly waiting: Event[] = [];
  private wake: () => void = () => undefined;
  private ended = false;

  /** Adds one event for the reader. */
  push(event: Event): void {
    this.waiting.push(event);
    this.wake();
  }

  /** No more will come. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  /** Every event in order, until the end. */
  async *all(): AsyncGenerator<Event, void> {
    for (;;) {
      for (let event = this.waiting.shift(); event; event = this.waiting.shift()) yield event;
      if (this.ended) return;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
