/** The `quarterdeck` command: the same engine as the window's, in plain Node. One document on standard output; exit code 1 when the job could not be done, 2 for wrong usage. */
import type { CommandLine } from './command/arguments';
import { readCommandLine } from './command/arguments';
import { standardOutput } from './command/output';
import { commands } from './command/run';
import { usage } from './command/usage';
import { UserError } from './model/errors';
import { words } from '../renderer/i18n';
import { createSession } from './session';

async function main(argv: readonly string[]): Promise<void> {
  let json = argv.includes('--json');
  const session = createSession();
  try {
    const line = readCommandLine(argv);
    json = line.flags['json'] === true || line.command === 'preview';
    if (line.flags['help'] === true || line.command === 'help') return print(usage);
    await run(line, session);
  } catch (error) {
    fail(error, json);
  } finally {
    await session.close().catch(() => undefined);
  }
}

async function run(line: CommandLine, session: ReturnType<typeof createSession>): Promise<void> {
  const command = Object.hasOwn(commands, line.command) ? commands[line.command] : undefined;
  if (!command)
    throw new UserError('usage', { detail: line.command ? `there is no command "${line.command}"` : 'name a command' });
  const printed = await command(session, line, standardOutput());
  if ('blocks' in printed) return printBlocks(printed.blocks);
  print('text' in printed ? printed.text : `${JSON.stringify(printed.json)}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}

// A block is used again for the next, so each is out before that is asked for.
async function printBlocks(blocks: Iterable<Uint8Array>): Promise<void> {
  for (const block of blocks) {
    const failed = await new Promise<Error | null | undefined>((done) => process.stdout.write(block, done));
    if (failed) return;
  }
}

function fail(error: unknown, json: boolean): void {
  const code = error instanceof UserError ? error.code : 'internal';
  const message =
    error instanceof UserError ? (words('en').find(`error.${error.code}`, error.args) ?? error.message) : String(error);
  process.exitCode = code === 'usage' ? 2 : 1;
  if (json)
    print(`${JSON.stringify({ error: { code, message, details: error instanceof UserError ? error.args : {} } })}\n`);
  process.stderr.write(`${code === 'usage' ? `${message}\n${usage}` : `${message}\n`}`);
  if (!(error instanceof UserError) && error instanceof Error && error.stack) process.stderr.write(`${error.stack}\n`);
}

void main(process.argv.slice(2));
