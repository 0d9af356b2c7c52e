import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess, WebContents } from 'electron';
import type { EngineState } from '../contract';
import { restartDelay } from './restart-delay';

const closingTime = 2_000;

/** The engine as a process of its own, started again whenever it dies; the page behind it is told and handed a new port. */
export class EngineProcess {
  private child: UtilityProcess | null = null;
  private state: EngineState = 'stopped';
  private page: WebContents | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly deaths: number[] = [];
  private closing = false;

  constructor(private readonly program: string) {}

  /** Starts the process; calls made on a port before it answers wait in the port. */
  start(): void {
    const child = utilityProcess.fork(this.program, [], { serviceName: 'Quarterdeck engine' });
    this.child = child;
    child.once('message', () => this.tell('ready'));
    child.once('exit', () => this.ended());
    this.tell('starting');
    if (this.page) this.handPort(this.page);
  }

  /** Has a workspace opened before its page is there to ask for it. */
  prepare(folder: string): void {
    this.child?.postMessage({ prepare: folder });
  }

  /** Hands a port to this page, and a new one after each restart. */
  connect(page: WebContents): EngineState {
    this.page = page;
    this.handPort(page);
    return this.state;
  }

  /** Lets the engine close its workspace and end; kills it after two seconds. */
  close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    const { child } = this;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      const late = setTimeout(() => child.kill(), closingTime);
      child.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      child.postMessage('close');
    });
  }

  private handPort(page: WebContents): void {
    if (!this.child || page.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    this.child.postMessage('port', [port1]);
    page.postMessage('engine-port', null, [port2]);
  }

  private ended(): void {
    this.child = null;
    this.tell('stopped');
    if (this.closing) return;
    this.deaths.push(Date.now());
    this.timer = setTimeout(() => this.start(), restartDelay(this.deaths, Date.now()));
  }

  private tell(state: EngineState): void {
    this.state = state;
    if (this.page && !this.page.isDestroyed()) this.page.send('engine-state', state);
  }
}
