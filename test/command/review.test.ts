import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommandLine } from '../../electron/command/arguments';
import { commands } from '../../electron/command/run';
import type { UserError } from '../../electron/model/errors';
import { createSession } from '../../electron/session';
import { seeded } from '../../electron/stats/random';

const program = resolve(import.meta.dirname, '../../dist/cli/cli.cjs');
let home: string;

/** The program as people run it, in a process of its own. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: home, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const wanted = (...args: string[]): string[] => [
  'review',
  ...['--workspace', join(home, 'small.quarterdeck')],
  ...['--quarter', '2026Q1'],
  ...args,
];

const session = createSession();
let onProgress: (phase: string, done: number, total: number) => void = () => undefined;
const output = {
  note: () => undefined,
  progress: (phase: string, done: number, total: number) => onProgress(phase, done, total),
};

/** The same command without the start of a process. */
async function command(...args: string[]): Promise<unknown> {
  const line = readCommandLine(args);
  return await commands[line.command]?.(session, line, output);
}

const review = (out: string, ...args: string[]) => command(...wanted('--out', join(home, out), ...args));

// Deals of five quarters, a third of them won, of two people.
function deals(): string {
  const random = seeded(5);
  const lines = Array.from({ length: 400 }, (_, i) => {
    const month = 1 + Math.floor(random.uniform() * 15);
    const on = `${2025 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-15`;
    const won = random.uniform() < 0.33;
    return `o${i},c${i % 40},${i % 2 === 0 ? 'Aina' : 'Bala'},${on},${won ? 'Won' : 'Lost'},${on},${won},${500 + i},${won ? '' : '=1+1'}`;
  });
  return `opportunity_id,account_id,owner_id,created_at,stage,closed_at,is_won,amount,loss_reason\n${lines.join('\n')}\n`;
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-review-cli-'));
  const files = [join(home, 'opportunities.csv'), join(home, 'reps.csv')] as const;
  writeFileSync(files[0], deals());
  writeFileSync(files[1], 'rep_id,name,role,team_id\nAina,Aina,ae,North\nBala,Bala,ae,South\n');
  await command('import', ...files, '--workspace', join(home, 'small.quarterdeck'));
  await session.close();
}, 60_000);

afterAll(async () => {
  await session.close();
  rmSync(home, { recursive: true, force: true });
});

// Before anything opens the workspace here: one process at a time may.
describe('the review as a program', { timeout: 120_000 }, () => {
  it('comes as slides, whole, and says what it left out', async () => {
    const done = run(...wanted('--out', 'q.pptx', '--json'));
    expect([done.status, done.stderr]).toEqual([0, '']);
    const document = JSON.parse(done.stdout) as { slides: number; format: string; left_out: { slide: string }[] };
    expect([document.format, document.slides >= 4, document.left_out.length > 0]).toEqual(['pptx', true, true]);
    const slides = await JSZip.loadAsync(readFileSync(join(home, 'q.pptx')));
    expect(Object.keys(slides.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(
      document.slides,
    );
  });

  it.each([
    ['wrong usage', ['--out', 'q.docx'], 2, 'usage', '.pptx, .xlsx, .csv, .svg or .html'],
    ['what cannot be done', ['--out', 'n.pptx', '--template', 'one-to-one', '--rep', 'Zed'], 1, 'rep_unknown', 'Zed'],
  ])('tells %s by its exit code and a document', (_what, args, status, code, said) => {
    const done = run(...wanted(...args, '--json'));
    const { error } = JSON.parse(done.stdout) as { error: { code: string; message: string } };
    expect([done.status, error.code]).toEqual([status, code]);
    expect(error.message).toContain(said);
  });
});

describe('the review by command', { timeout: 120_000 }, () => {
  it('comes as sheets, drawings and a page, each whole', async () => {
    await review('q.xlsx', '--lang', 'ms', '--template', 'board');
    expect((await JSZip.loadAsync(readFileSync(join(home, 'q.xlsx')))).file('xl/workbook.xml')).not.toBeNull();
    await review('one.svg', '--slide', '1');
    expect(readFileSync(join(home, 'one.svg'), 'utf8')).toMatch(/^<svg .*<\/svg>\s*$/s);
    await review('q.html', '--template', 'one-to-one', '--rep', 'Aina');
    const page = readFileSync(join(home, 'q.html'), 'utf8');
    expect(page).toContain('Aina');
    expect(page).not.toContain('Bala');
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('writes texts that a spreadsheet would run as texts', async () => {
    await review('q.csv');
    const zip = await JSZip.loadAsync(readFileSync(join(home, 'q.csv')));
    const [lost] = Object.keys(zip.files).filter((name) => name.includes('loss'));
    const text = (await zip.file(lost ?? '')?.async('string')) ?? '';
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(^|,)=1\+1/m);
  });

  it.each([
    ['an ending that is no format', 'q.docx', [], 'usage', '.pptx, .xlsx, .csv, .svg or .html'],
    ['a PDF, which needs the window', 'q.pdf', [], 'usage', '.pptx'],
    ['a template that is none', 'n.pptx', ['--template', 'yearly'], 'usage', 'quarterly, one-to-one, board'],
    ['a one-to-one with nobody', 'n.pptx', ['--template', 'one-to-one'], 'usage', '--rep'],
    ['a person nobody knows', 'n.pptx', ['--template', 'one-to-one', '--rep', 'Zed'], 'rep_unknown', 'Zed'],
    ['a language that is none', 'n.pptx', ['--lang', 'fr'], 'usage', 'en or ms'],
    ['a slide that is not there', 'n.svg', ['--slide', '99'], 'no_such_slide', '99'],
    ['a file in the place of its folder', 'reps.csv/q.pptx', [], 'folder_not_writable', 'reps.csv'],
    ['a folder in the file’s place', 'taken.pptx', [], 'folder_not_writable', ''],
  ])('refuses %s and writes nothing', async (_what, out, args, code, said) => {
    mkdirSync(join(home, 'taken.pptx'), { recursive: true });
    const before = readdirSync(home).sort();
    const refused = await review(out, ...args).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code });
    expect(JSON.stringify((refused as UserError).args)).toContain(said);
    expect(readdirSync(home).sort()).toEqual(before);
    expect(readdirSync(join(home, 'taken.pptx'))).toEqual([]);
  });

  it.each([0, 1])(
    'is stopped by an interrupt after %i slides, says so, and leaves no file and nothing kept',
    async (at) => {
      const before = readdirSync(home).sort();
      const kept = session.versions('quarterly', null);
      const told: string[] = [];
      onProgress = (phase, done, total) => {
        told.push(`${phase} ${done} ${total > 1}`);
        // The listener added last is the command's own.
        if (done === at) process.listeners('SIGINT').at(-1)?.('SIGINT');
      };
      const listening = process.listenerCount('SIGINT');
      await expect(review('stopped.pptx')).rejects.toMatchObject({ code: 'review_cancelled' });
      onProgress = () => undefined;
      expect(told.slice(0, at + 1)).toEqual(['review 0 true', 'review 1 true'].slice(0, at + 1));
      expect(readdirSync(home).sort()).toEqual(before);
      expect(session.versions('quarterly', null)).toEqual(kept);
      expect(process.listenerCount('SIGINT')).toBe(listening);
    },
  );
});
