import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSharedData, sharedData } from '../shared-data';

const program = resolve(import.meta.dirname, '../../dist/cli/cli.cjs');
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-cli-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: home, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function json(...args: string[]) {
  const done = run(...args, '--json');
  return { ...done, document: JSON.parse(done.stdout) as Record<string, unknown> };
}

function file(name: string, text: string): string {
  writeFileSync(join(home, name), text);
  return name;
}

interface Report {
  read: number;
  new: number;
  updated: number;
  unchanged: number;
  skipped: number;
  rejected: number;
}

describe('the first number a person sees', { timeout: 60_000 }, () => {
  const deals = (won: number) =>
    ['opportunity_id,created_at,stage,owner_id,closed_at,is_won']
      .concat(
        Array.from(
          { length: 100 },
          (_, i) => `o${i},2026-01-05,${i < won ? 'Won' : 'Proposal'},Aina,${i < won ? '2026-02-10' : ''},${i < won}`,
        ),
      )
      .join('\n');
  const activities = ['activity_id,at,kind,opportunity_id,is_conversation']
    .concat(Array.from({ length: 100 }, (_, i) => `a${i},2026-01-20,call,o${i},true`))
    .join('\n');

  it('is 20 percent, 13.3 to 28.9, for 100 spoken to and 20 won', () => {
    const done = json(
      'import',
      file('deals.csv', deals(20)),
      file('activities.csv', activities),
      '--workspace',
      'first.quarterdeck',
    );
    expect(done.status).toBe(0);
    for (const report of done.document['files'] as Report[]) {
      expect(report.read).toBe(report.new + report.updated + report.unchanged + report.skipped + report.rejected);
    }
    const [row] = json('metric', 'conversation-conversion', '--workspace', 'first.quarterdeck').document[
      'rows'
    ] as Record<string, number>[];
    expect(row).toMatchObject({ value: 0.2, numerator: 20, denominator: 100, state: 'ok', excluded: {} });
    expect(row?.['lower']).toBeCloseTo(0.1334, 4);
    expect(row?.['upper']).toBeCloseTo(0.2888, 4);
  });

  it('is 25 percent after the same list came again with 25 won, and 20 again after undo', () => {
    const again = json('import', file('deals.csv', deals(25)), '--workspace', 'first.quarterdeck');
    expect(again.document['files']).toMatchObject([{ read: 100, new: 0, updated: 5, unchanged: 95 }]);
    const value = () =>
      (
        json('metric', 'conversation-conversion', '--workspace', 'first.quarterdeck').document['rows'] as {
          value: number;
        }[]
      )[0]?.value;
    expect(value()).toBe(0.25);
    expect(json('undo', String(again.document['import_id']), '--workspace', 'first.quarterdeck').status).toBe(0);
    expect(value()).toBe(0.2);
  });
});

describe('bad input', { timeout: 60_000 }, () => {
  it.each([
    ['a file that is not there', 'nowhere.csv', 'file_missing'],
    ['an empty file', 'empty.csv', 'empty_file'],
    ['a picture named csv', 'picture.csv', null],
  ])('%s: a clear error, exit code 1, nothing written', (_name, name, code) => {
    if (name !== 'nowhere.csv')
      writeFileSync(
        join(home, name),
        name === 'empty.csv' ? '' : Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      );
    const done = json('import', name, '--workspace', 'bad.quarterdeck');
    expect(done.status).toBe(1);
    const error = done.document['error'] as { code: string; message: string };
    if (code) expect(error.code).toBe(code);
    expect(error.message).toContain(name);
    expect(existsSync(join(home, 'bad.quarterdeck'))).toBe(false);
  });

  it('an unknown command or flag is wrong usage, exit code 2', () => {
    expect(run('frobnicate').status).toBe(2);
    expect(run('metric', 'win-rate', '--colour', 'red').status).toBe(2);
    expect(run('metric', 'win-rate').status).toBe(2);
  });

  it('a workspace that is not there is named', () => {
    const done = json('metric', 'win-rate', '--workspace', 'gone.quarterdeck');
    expect([done.status, (done.document['error'] as { code: string }).code]).toEqual([1, 'workspace_missing']);
  });

  it('an unreadable date is counted, the line named, the row kept', () => {
    const done = json(
      'import',
      file(
        'odd.csv',
        'opportunity_id,created_at,stage\na,2026-01-05,Qualified\nb,yesterday,Qualified\nc,2026-01-07,Qualified\n',
      ),
      '--workspace',
      'odd.quarterdeck',
    );
    expect(done.document['files']).toMatchObject([{ read: 3, new: 3 }]);
    const [report] = done.document['files'] as { rejects_file: string | null }[];
    expect(report?.rejects_file).not.toBeNull();
    const rejects = readFileSync(String(report?.rejects_file), 'utf8');
    expect(rejects).toMatch(/^3,/m);
    expect(rejects).toContain('yesterday');
  });

  it('a row without its key is rejected with its line, the others are in', () => {
    const done = json(
      'import',
      file('keyless.csv', 'opportunity_id,created_at,stage\na,2026-01-05,Qualified\n,2026-01-06,Qualified\n'),
      '--workspace',
      'keyless.quarterdeck',
    );
    expect(done.document['files']).toMatchObject([{ read: 2, new: 1, rejected: 1 }]);
  });
});

describe('one document on standard output', { timeout: 60_000 }, () => {
  it('preview gives the cells as they stand and accounts for every line', () => {
    const { document } = json('preview', file('plain.csv', 'id,name\n007,"a, b"\n+60,\n'));
    expect(document).toMatchObject({
      ok: true,
      encoding: 'utf-8',
      delimiter: ',',
      header: ['id', 'name'],
      rows: [
        ['007', 'a, b'],
        ['+60', ''],
      ],
      set_aside: [],
      warnings: [],
    });
    expect(document['lines']).toMatchObject({ read: 3, header: 1, data: 2 });
  });

  it('settings change what they say and refuse what they do not know', () => {
    const change = json('settings', 'fiscal_start_month=4', 'currency=myr', '--workspace', 'first.quarterdeck');
    expect(change.document['settings']).toMatchObject({ fiscal_start_month: 4, currency: 'MYR' });
    expect(json('settings', 'fiscal_start_month=13', '--workspace', 'first.quarterdeck').status).toBe(1);
  });

  it('metrics lists ids with their numbers, dimensions and options', () => {
    const { metrics } = json('metrics').document as { metrics: { id: string; spec: string; options: object }[] };
    expect(metrics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['win-rate', 'cohort-conversion', 'measured-change']),
    );
    expect(metrics.find(({ id }) => id === 'win-rate')).toMatchObject({
      spec: 'M08',
      options: { disqualified: { default: 'excluded' } },
    });
  });

  it('free SQL is one SELECT', () => {
    expect(
      json('sql', 'select count(*) as deals from opportunities', '--workspace', 'first.quarterdeck').document,
    ).toMatchObject({ rows: [{ deals: 100 }], count: 1 });
    for (const text of [
      'drop table opportunities',
      'select 1; select 2',
      "copy opportunities to 'x.csv'",
      "select * from read_text('/etc/hostname')",
    ]) {
      expect(json('sql', text, '--workspace', 'first.quarterdeck').status, text).toBe(1);
    }
  });
});

describe.skipIf(!hasSharedData)('the published CRM export', { timeout: 60_000 }, () => {
  it('gives the published figures by team and by person', () => {
    const files = ['accounts', 'products', 'sales_teams', 'sales_pipeline'].map((name) =>
      sharedData('maven-crm-sales-opportunities', `${name}.csv`),
    );
    const loaded = json('import', ...files, '--workspace', 'maven.quarterdeck');
    expect(loaded.document['files']).toMatchObject([
      { read: 85 },
      { read: 7 },
      { read: 35 },
      { read: 8800, new: 8800 },
    ]);
    expect(JSON.stringify(loaded.document['warnings'])).toContain('GTXPro');
    const answer = json('metric', 'win-rate', '--workspace', 'maven.quarterdeck', '--by', 'rep').document;
    expect(answer['homogeneity']).toMatchObject({ df: 29, verdict: 'no_difference' });
    expect((answer['rows'] as { flag: string | null }[]).filter((row) => row.flag !== null)).toEqual([]);
    const { count } = json(
      'rows',
      'win-rate',
      '--workspace',
      'maven.quarterdeck',
      '--where',
      'team=Cara Losch',
      '--part',
      'numerator',
    ).document;
    expect(count).toBe(480);
  });
});
