/** Writes a fault of the program itself to standard error as its kind and where it arose, never its message: that may hold names of files and people. */
export function reportFaults(): void {
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

function report(fault: unknown): void {
  const { name, stack } = fault instanceof Error ? fault : { name: typeof fault, stack: '' };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`quarterdeck: ${[name, ...frames].join('\n')}\n`);
}
