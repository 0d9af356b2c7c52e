// What every script here shares: where the checkout is, how to speak to the person, how to run a program.
// Plain Node without packages, because these scripts run before any package is installed.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
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
export function capture(command, args, { env = {}, timeout, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, timeout, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
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

/** Runs a program on this terminal and gives its exit code, 128 + number when a signal ended it. */
export function follow(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 128 + (signalNumbers[signal] ?? 1));
    });
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

/** Runs the script's work; its number is the exit code, and a SetupError is shown as one message with exit code 1. */
export async function runScript(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    note(error.message);
    process.exitCode = 1;
  }
}
