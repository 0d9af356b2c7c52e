// What every script here shares: where the checkout is, how to speak to the person, how to run a program.
// Plain Node without packages, because these scripts run before any package is installed.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { setPriority, constants as system } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Something the person can put right; shown as its message alone, without a stack. */
export class SetupError extends Error {}

/** Writes one line of progress to standard error, so that standard output stays the answer alone. */
export function note(text) {
  process.stderr.write(`${text}\n`);
}

/** Path of a program on the PATH; null when there is none. */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      continue;
    }
  }
  return null;
}

/** True when a window can be shown without a virtual screen. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Runs a program and gives its exit code and its output, standard error in `output` too; it never throws for a failure. */
export function capture(command, args, { env = {}, ...options } = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd: root, ...options, env: { ...process.env, ...env }, stdio });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 127, stdout, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }));
  });
}

/** Runs npm and gives its exit code and output. */
export function captureNpm(args) {
  const own = process.env.npm_execpath ?? '';
  if (own.endsWith('npm-cli.js')) return capture(process.execPath, [own, ...args]);
  return capture('npm', args, { shell: process.platform === 'win32' });
}

/** What npm gave as its reason, without its stack and notices. */
export function npmReason(output) {
  const lines = output.split('\n').filter((line) => /^npm error (?! {4}at |A complete log)\S/.test(line));
  return lines.length ? lines.slice(0, 8).join('\n') : output.trim();
}

/**
 * Runs a program on this terminal and gives its exit code, 128 + number when a signal ended it. One that is `held` shows what it said when it has ended, so that it speaks into nobody's lines;
 * one that `givesWay` has less of the processor than others that want it.
 */
export function follow(command, args, { env = {}, cwd = root, held = false, givesWay = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = held ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio });
    if (givesWay && child.pid !== undefined) giveWay(child.pid);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => said.push(piece));
    // The terminal sends an interrupt to the child as well; this process only has to outlive it.
    const wait = () => {};
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', wait).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', pass);
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 128 + system.signals[signal]);
    });
  });
}

// A third of what another of the same need has, so that it is not starved on a busy machine; those that it starts do as it does.
const lower = 5;

// Where it may not be said, or it has ended already, it runs as any other.
function giveWay(pid) {
  try {
    setPriority(pid, lower);
  } catch {
    return;
  }
}

/** Runs the script's work; its number, if it gives one, is the exit code, and a SetupError is shown as one message with exit code 1. */
export async function runScript(work) {
  try {
    const code = await work();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    note(error.message);
    process.exitCode = 1;
  }
}
