/** Where a command's notes go: standard error, so that standard output holds one document alone. */
export interface Output {
  note(text: string): void;
  progress(label: string, done: number, total: number): void;
}

/** Notes to standard error; a progress line only on a terminal. */
export function standardOutput(): Output {
  let last = 0;
  return {
    note: (text) => process.stderr.write(`${text}\n`),
    progress: (label, done, total) => {
      if (!process.stderr.isTTY || (Date.now() - last < 100 && done < total)) return;
      last = Date.now();
      const share = total > 0 ? Math.floor((done / total) * 100) : 0;
      process.stderr.write(
        `\r${label.slice(0, 60).padEnd(60)} ${String(share).padStart(3)}%${done >= total ? '\n' : ''}`,
      );
    },
  };
}
