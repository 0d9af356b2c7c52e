import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../electron/stats/random';

const program = resolve(import.meta.dirname, '../../dist/cli/cli.cjs');
let home: string;

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: home, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function review(...args: string[]) {
  return run('review', '--workspace', 'small.quarterdeck', '--quarter', '2026Q1', ...args);
}

function errorOf({ stdout }: { stdout: string }): { code: string; message: string } {
  return (JSON.parse(stdout) as { error: { code: string; message: string } }).error;
}

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

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-review-cli-'));
  writeFileSync(join(home, 'opportunities.csv'), deals());
  writeFileSync(join(home, 'reps.csv'), 'rep_id,name,role,team_id\nAina,Aina,ae,North\nBala,Bala,ae,South\n');
  const done = run('import', 'opportunities.csv', 'reps.csv', '--workspace', 'small.quarterdeck');
  if (done.status !== 0) throw new Error(done.stderr);
}, 60_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the review by command', { timeout: 120_000 }, () => {
  it('comes as slides, sheets, drawings and a page, each whole, and says what it left out', async () => {
    const done = review('--out', 'q.pptx', '--json');
    expect(done.status).toBe(0);
    const document = JSON.parse(done.stdout) as { slides: number; format: string; left_out: { slide: string }[] };
    expect([document.format, document.slides >= 4, document.left_out.length > 0]).toEqual(['pptx', true, true]);
    const slides = await JSZip.loadAsync(readFileSync(join(home, 'q.pptx')));
    expect(Object.keys(slides.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(
      document.slides,
    );
    expect(review('--out', 'q.xlsx', '--lang', 'ms', '--template', 'board').status).toBe(0);
    expect((await JSZip.loadAsync(readFileSync(join(home, 'q.xlsx')))).file('xl/workbook.xml')).not.toBeNull();
    expect(review('--out', 'one.svg', '--slide', '1').status).toBe(0);
    expect(readFileSync(join(home, 'one.svg'), 'utf8')).toMatch(/^<svg .*<\/svg>\s*$/s);
    expect(review('--out', 'q.html', '--template', 'one-to-one', '--rep', 'Aina').status).toBe(0);
    const page = readFileSync(join(home, 'q.html'), 'utf8');
    expect(page).toContain('Aina');
    expect(page).not.toContain('Bala');
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('writes texts that a spreadsheet would run as texts', async () => {
    expect(review('--out', 'q.csv').status).toBe(0);
    const zip = await JSZip.loadAsync(readFileSync(join(home, 'q.csv')));
    const [lost] = Object.keys(zip.files).filter((name) => name.includes('loss'));
    const text = (await zip.file(lost ?? '')?.async('string')) ?? '';
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(^|,)=1\+1/m);
  });

  it.each([
    ['an ending that is no format', ['--out', 'q.docx'], 2, 'usage', '.pptx, .xlsx, .csv, .svg or .html'],
    ['a PDF, which needs the window', ['--out', 'q.pdf'], 2, 'usage', '.pptx'],
    [
      'a template that is none',
      ['--out', 'q.pptx', '--template', 'yearly'],
      2,
      'usage',
      'quarterly, one-to-one, board',
    ],
    ['a one-to-one with nobody', ['--out', 'q.pptx', '--template', 'one-to-one'], 2, 'usage', '--rep'],
    ['a person nobody knows', ['--out', 'q.pptx', '--template', 'one-to-one', '--rep', 'Zed'], 1, 'rep_unknown', 'Zed'],
    ['a language that is none', ['--out', 'q.pptx', '--lang', 'fr'], 2, 'usage', 'en or ms'],
    ['a slide that is not there', ['--out', 'q.svg', '--slide', '99'], 1, 'no_such_slide', '99'],
    ['a file in the place of its folder', ['--out', 'reps.csv/q.pptx'], 1, 'folder_not_writable', 'reps.csv'],
    ['a folder in the file’s place', ['--out', 'taken.pptx'], 1, 'folder_not_writable', ''],
  ])('refuses %s and writes nothing', (_what, args, status, code, said) => {
    mkdirSync(join(home, 'taken.pptx'), { recursive: true });
    const before = readdirSync(home).sort();
    const done = review(...args, '--json');
    const error = errorOf(done);
    expect([done.status, error.code]).toEqual([status, code]);
    expect(error.message).toContain(said);
    expect(readdirSync(home).sort()).toEqual(before);
    expect(readdirSync(join(home, 'taken.pptx'))).toEqual([]);
  });
});
