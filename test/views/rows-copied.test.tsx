// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { journeys } from './company';
import { furnish, settle, showPage } from './page';

const writeText = vi.fn((_: string) => Promise.resolve());
const saveFile = vi.fn((name: string, _: Uint8Array) => Promise.resolve({ ok: true, value: name } as const));

beforeAll(furnish);
beforeEach(() => {
  writeText.mockClear();
  saveFile.mockClear();
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
});

function linesCopied(): readonly (readonly string[])[] {
  return (writeText.mock.lastCall?.[0] ?? '').split('\n').map((line) => line.split('\t'));
}

function rowsTable(): HTMLElement {
  const grid = screen.getByRole('grid', { name: /judged, reached won$/ });
  grid.focus();
  return grid;
}

describe('rows behind a step', () => {
  it('are copied as a spreadsheet reads them: heads, words, plain numbers, dates as dates', async () => {
    await showPage('funnel');
    const grid = rowsTable();
    fireEvent.keyDown(grid, { key: 'c', ctrlKey: true });
    const [heads = [], row = []] = linesCopied();
    const cell = (head: RegExp): string => row[heads.findIndex((each) => head.test(each))] ?? '';
    const shown = [...(within(grid).getAllByRole('row')[1]?.children ?? [])].map((each) => each.textContent);
    expect(cell(/^Amount, RM$/)).toMatch(/^\d{4,}(\.\d+)?$/);
    expect(cell(/^Day$/)).toMatch(/^2026-\d{2}-\d{2}$/);
    expect(cell(/^Outcome$/)).toBe('Won');
    expect(shown).toContain('Won');
    expect(shown).toContain(cell(/^Customer$/));
  });

  it('are saved to the last one, also where the table holds only their beginning', async () => {
    await showPage('funnel', { journeys: journeys(40_000), bridge: { saveFile } });
    const count = Number(
      screen
        .getByRole('heading', { level: 2, name: /judged, reached won$/ })
        .textContent.split(' ')[0]
        ?.replace(',', ''),
    );
    expect(count).toBeGreaterThan(500);
    const section = rowsTable().closest('section');
    fireEvent.click(within(section as HTMLElement).getByRole('button', { name: 'Save as CSV' }));
    await settle();
    const [name, bytes] = saveFile.mock.lastCall ?? [];
    expect(name).toBe('funnel.csv');
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(lines).toHaveLength(count + 1);
    expect(new Set(lines).size).toBe(count + 1);
    fireEvent.click(within(section as HTMLElement).getByRole('button', { name: 'Copy' }));
    await settle();
    expect(linesCopied()).toHaveLength(count + 1);
  });
});

describe('lists of customers', () => {
  it('copy a chance in percent, as its head says', async () => {
    await showPage('retention');
    const list = within(screen.getByRole('region', { name: 'Quiet customers' }));
    fireEvent.click(list.getByRole('button', { name: 'Copy' }));
    await settle();
    const [heads = [], row = []] = linesCopied();
    const figure = list
      .getByText(row[0] ?? '')
      .closest('[role="row"]')
      ?.querySelector('.share-figure')?.textContent;
    expect(Number(row[heads.indexOf('Likely left, %')])).toBeCloseTo(Number(figure), 1);
  });
});
