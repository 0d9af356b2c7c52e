/** Loaded into a program before its own code: notes when its window is painted and its engine is there, says so, and ends it. */
import { app, utilityProcess } from 'electron';
import type { WebContents } from 'electron';

// Two frames after there is something to see: a heading or a main part, and for a dashboard the sentence at its head, its pictures, and no answer still on its way but to the list below.
const painted = `new Promise((done) => {
  const twoFrames = () => requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
  const look = () => {
    const there = ${process.env['BENCH_DASHBOARD'] === '1'}
      ? document.querySelector('.answer-head h1') && document.querySelectorAll('.picture svg').length >= 6 && !document.querySelector('.page[data-asking]:not([data-asking="after"]), .page .stale')
      : document.querySelector('h1, main');
    if (there) twoFrames(); else requestAnimationFrame(look);
  };
  look();
})`;

const born = process.getCreationTime() ?? 0;
const moments: Record<string, number> = {};
const wanted = new Set(process.env['BENCH_ENGINE'] === '1' ? ['painted', 'engine'] : ['painted']);

function note(name: string): void {
  moments[name] ??= Date.now() - born;
  if ([...wanted].every((moment) => moment in moments)) setTimeout(tell, 1_500);
}

function tell(): void {
  const mb = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0);
  process.stdout.write(`RESULT ${JSON.stringify({ ...moments, mb })}\n`);
  app.exit(0);
}

async function watch(contents: WebContents): Promise<void> {
  await contents.executeJavaScript(painted);
  note('painted');
}

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => void watch(contents));
});

const fork = utilityProcess.fork.bind(utilityProcess);
utilityProcess.fork = (...given) => {
  const child = fork(...given);
  child.once('message', () => note('engine'));
  return child;
};
