import { describe, expect, it } from 'vitest';
import { readTable } from '../../../electron/import/read';
import { UserError } from '../../../electron/model/errors';
import { scratchFolder } from './scratch';

/* Every way of parting and quoting fields with every kind of damage: made here, so that no rule can know the files. */

interface Dialect {
  readonly name: string;
  readonly delimiter: string;
  /** Empty where nothing is quoted. */
  readonly quote: string;
  readonly escape: string;
  readonly end: string;
}

const dialects: readonly Dialect[] = [
  { name: 'commas', delimiter: ',', quote: '"', escape: '"', end: '\n' },
  { name: 'semicolons and CRLF', delimiter: ';', quote: '"', escape: '"', end: '\r\n' },
  { name: 'tabs without quotes', delimiter: '\t', quote: '', escape: '', end: '\n' },
  { name: 'tabs with quotes', delimiter: '\t', quote: '"', escape: '"', end: '\r\n' },
  { name: 'pipes and apostrophes', delimiter: '|', quote: "'", escape: "'", end: '\n' },
  { name: 'carets', delimiter: '^', quote: '"', escape: '"', end: '\n' },
  { name: 'tildes', delimiter: '~', quote: '"', escape: '"', end: '\r\n' },
  { name: 'backslashes before quotes', delimiter: ',', quote: '"', escape: '\\', end: '\n' },
];

const header = ['Ref', 'Owner', 'Remark', 'Value', 'Closed on'];
const base = (dialect: Dialect): string[][] =>
  Array.from({ length: 14 }, (_, i) => {
    const parted = `left${dialect.delimiter === '\t' ? ',' : dialect.delimiter} right`;
    const said = dialect.quote === '' ? 'as agreed' : `he said ${dialect.quote}yes${dialect.quote}`;
    const remark = i % 5 === 2 ? parted : i % 5 === 4 ? said : ['first call', 'waiting', 'sent offer'][i % 3];
    return [`Q-${4000 + i * 7}`, ['Ina', 'Bo', 'Chi', 'Dev'][i % 4] ?? '', remark ?? '', `${(i * 53) % 900}.25`, `2025-0${(i % 9) + 1}-1${i % 9}`];
  });

function written(cells: readonly string[], { delimiter, quote, escape }: Dialect): string {
  const cell = (text: string): string => {
    if (quote === '' || !(text.includes(delimiter) || text.includes(quote))) return text;
    return quote + text.replaceAll(quote, escape + quote) + quote;
  };
  return cells.map(cell).join(delimiter);
}

/** A damaged file: its lines, what is to be read of it, and whether silence, a word, or either is right. */
interface Damaged {
  readonly text: string;
  readonly rows: readonly (readonly string[])[];
  readonly say: 'quiet' | 'told' | 'either';
}

type Damage = (dialect: Dialect) => Damaged | null;

const joined = (dialect: Dialect, lines: readonly string[]): string => lines.map((line) => line + dialect.end).join('');
const linesOf = (dialect: Dialect): string[] => [header, ...base(dialect)].map((cells) => written(cells, dialect));
const withLines = (say: Damaged['say'], change: (lines: string[], dialect: Dialect) => string[]): Damage =>
  (dialect) => ({ text: joined(dialect, change(linesOf(dialect), dialect)), rows: base(dialect), say });
const inserted = (lines: readonly string[], at: number, ...more: readonly string[]): string[] => [...lines.slice(0, at), ...more, ...lines.slice(at)];

const damages: Readonly<Record<string, Damage>> = {
  'nothing': withLines('quiet', (lines) => lines),
  'a title above': withLines('either', (lines) => ['Quotations of the second quarter', '', ...lines]),
  'a units row': withLines('told', (lines, { delimiter }) => inserted(lines, 1, ['', '', '(text)', '(RM)', '(date)'].join(delimiter))),
  'the header again': withLines('told', (lines) => inserted(lines, 8, lines[0] ?? '')),
  'a footer': withLines('told', (lines) => [...lines, '', 'Printed by Ina on Friday']),
  'a totals row': withLines('told', (lines, { delimiter }) => [...lines, ['Total', '', '', '5555.00', ''].join(delimiter)]),
  'a comment': withLines('told', (lines) => inserted(lines, 6, '# looked at up to here')),
  'blank lines at the end': withLines('quiet', (lines) => [...lines, '', '', '']),
  'a second table below': withLines('told', (lines, { delimiter }) => [...lines, '', ['Town', 'Target'].join(delimiter), ['Ipoh', '12'].join(delimiter), ['Muar', '15'].join(delimiter)]),
  'a separator line': (dialect) => ({ text: joined(dialect, [`sep=${dialect.delimiter}`, ...linesOf(dialect)]), rows: base(dialect), say: 'quiet' }),
  'a byte order mark': (dialect) => ({ text: `\ufeff${joined(dialect, linesOf(dialect))}`, rows: base(dialect), say: 'quiet' }),
  'no last line end': (dialect) => ({ text: linesOf(dialect).join(dialect.end), rows: base(dialect), say: 'quiet' }),
  'mixed line ends': (dialect) => ({ text: linesOf(dialect).map((line, i) => line + (i % 3 === 1 ? '\r\n' : '\n')).join(''), rows: base(dialect), say: 'quiet' }),
  'a short row': (dialect) => {
    const rows = base(dialect);
    rows[6] = [...(rows[6] ?? []).slice(0, 3), '', ''];
    const lines = linesOf(dialect);
    lines[7] = written((rows[6] ?? []).slice(0, 3), dialect);
    return { text: joined(dialect, lines), rows, say: 'told' };
  },
  'a long row': (dialect) => {
    const lines = linesOf(dialect);
    lines[9] = `${lines[9] ?? ''}${dialect.delimiter}one${dialect.delimiter}two`;
    return { text: joined(dialect, lines), rows: base(dialect).filter((_, i) => i !== 8), say: 'told' };
  },
  'a quote never closed': (dialect) => {
    if (dialect.quote === '') return null;
    const rows = base(dialect);
    const row = rows[5] ?? [];
    row[2] = `${dialect.quote}never closed`;
    const lines = linesOf(dialect);
    lines[6] = row.join(dialect.delimiter);
    return { text: joined(dialect, lines), rows, say: 'told' };
  },
  'a NUL': (dialect) => {
    const rows = base(dialect);
    const row = rows[3] ?? [];
    row[1] = 'D\0v';
    return { text: joined(dialect, [header, ...rows].map((cells) => written(cells, dialect))), rows, say: 'either' };
  },
  'years as names': (dialect) => {
    const rows = base(dialect).map((cells, i) => [cells[1] ?? '', String(i * 17), String(i * 5 + 3), String(900 - i)]);
    const lines = [['Owner', '2023', '2024', '2025'], ...rows].map((cells) => written(cells, dialect));
    return { text: joined(dialect, lines), rows, say: 'quiet' };
  },
};

describe('every dialect with every damage', () => {
  const write = scratchFolder();

  async function outcome(dialect: Dialect, damage: Damage): Promise<string | null> {
    const file = damage(dialect);
    if (file === null) return null;
    const table = await readTable(write('file.csv', file.text)).catch((error: unknown) => {
      if (error instanceof UserError) return error;
      throw error;
    });
    if (table instanceof UserError) return 'refused';
    const { read, ...fates } = table.lines;
    expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(read);
    const said = table.warnings.length + table.setAside.length > 0;
    const exact = JSON.stringify(table.rows) === JSON.stringify(file.rows);
    if (!exact) return said ? 'loud' : 'SILENT';
    if (file.say === 'quiet' && said) return 'NOISY';
    return file.say === 'told' && !said ? 'SILENT' : 'exact';
  }

  it('is read exactly or, seldom, with a word said; never wrongly in silence', async () => {
    const found: string[] = [];
    let exact = 0;
    for (const dialect of dialects) {
      for (const [name, damage] of Object.entries(damages)) {
        const what = await outcome(dialect, damage);
        if (what === 'exact') exact++;
        else if (what !== null) found.push(`${what}: ${dialect.name}, ${name}`);
      }
    }
    expect(found.filter((what) => /^(?:SILENT|NOISY)/.test(what))).toEqual([]);
    expect(exact / (exact + found.length)).toBeGreaterThan(0.95);
    expect(exact + found.length).toBeGreaterThan(130);
  });
});
