// @vitest-environment page
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Chart } from '../../renderer/charts/chart';
import type { ChartProps } from '../../renderer/charts/chart';
import { placeOf } from '../../renderer/charts/chart-tip';
import { dotInterval } from '../../renderer/charts/dot-interval';
import type { Mark } from '../../renderer/charts/mark';
import { sparkline } from '../../renderer/charts/sparkline';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import { marksOf } from '../../renderer/charts/theme';
import { hostile } from './golden';
import { namedWords } from './words';

const table = tableOf(
  textColumn('source', ['Referral', hostile, 'Website']),
  numberColumn('value', 'ratio', [0.284, 0.198, 0.059]),
  numberColumn('lower', 'ratio', [0.19, 0.137, 0.037]),
  numberColumn('upper', 'ratio', [0.402, 0.279, 0.093]),
  numberColumn('n', 'count', [67, 121, 287]),
);
const option = dotInterval(table, { category: 'source' }, namedWords('en'), 'en', marksOf('light'));
const empty = dotInterval(tableOf(), { category: 'source' }, namedWords('en'), 'en', marksOf('light'));
const quarters = tableOf(
  textColumn('quarter', ['2025Q4', '2026Q1', '2026Q2', '2026Q3']),
  numberColumn('value', 'ratio', [0.2, 0.25, 0.22, 0.3]),
);
const line = sparkline(quarters, { period: 'quarter' }, namedWords('en'), 'en', marksOf('light'));
const words = { select: 'click to select', table: 'Show as table' };

function props(more: Partial<ChartProps> = {}): ChartProps {
  return {
    option,
    name: 'Won, by source',
    description: 'Referrals win most.',
    words,
    theme: 'light',
    height: 108,
    ...more,
  };
}

let sizes: ResizeObserverCallback[] = [];

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: ResizeObserverCallback) {
        sizes.push(callback);
      }
      observe() {}
      disconnect() {}
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(434);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(108);
});

afterEach(() => {
  cleanup();
  sizes = [];
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const press = (key: string) => fireEvent.keyDown(screen.getByRole('application'), { key });
const tip = () => document.querySelector('.chart-tip');

describe('a chart', () => {
  test('has a name, a description and one tab stop', () => {
    const { container } = render(<Chart {...props()} />);
    const stage = screen.getByRole('application', { name: 'Won, by source', description: 'Referrals win most.' });
    expect(stage.tabIndex).toBe(0);
    expect(container.querySelectorAll('[tabindex]')).toHaveLength(1);
  });

  test('without marks, or beside a table that says the same, is a picture without a tab stop', () => {
    const { rerender } = render(<Chart {...props({ option: empty })} />);
    expect(screen.getByRole('img', { name: 'Won, by source' }).hasAttribute('tabindex')).toBe(false);
    rerender(<Chart {...props({ beside: true })} />);
    expect(screen.getByRole('img', { name: 'Won, by source' }).hasAttribute('tabindex')).toBe(false);
  });

  test('is walked by the arrow keys, and the tooltip follows', () => {
    render(<Chart {...props({ onMark: () => {} })} />);
    press('ArrowDown');
    expect(tip()?.textContent).toBe('Referral28.4%19.0–40.2n 67click to select');
    press('ArrowDown');
    press('ArrowDown');
    expect(tip()?.textContent).toContain('Website');
    press('ArrowDown');
    expect(tip()?.textContent).toContain('Website');
    press('Home');
    expect(tip()?.textContent).toContain('Referral');
    const stage = screen.getByRole('application');
    const active = document.getElementById(stage.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-label')).toBe('Referral, 28.4%, 19.0–40.2, n 67');
  });

  test('selects with Space and opens with Enter', () => {
    const heard: [Mark['where'], string][] = [];
    render(<Chart {...props({ onMark: (mark, how) => heard.push([mark.where, how]) })} />);
    press(' ');
    expect(heard).toEqual([]);
    press('ArrowDown');
    press(' ');
    press('Enter');
    expect(heard).toEqual([
      [{ source: 'Referral' }, 'select'],
      [{ source: 'Referral' }, 'open'],
    ]);
  });

  test('asks what can be done with the mark that was walked to, and leaves the menu of the system alone elsewhere', () => {
    const heard: [Mark['where'], string][] = [];
    render(<Chart {...props({ onMark: (mark, act) => heard.push([mark.where, act]) })} />);
    const stage = screen.getByRole('application');
    expect(fireEvent.contextMenu(stage)).toBe(true);
    press('End');
    expect(fireEvent.contextMenu(stage)).toBe(false);
    expect(heard).toEqual([[{ source: 'Website' }, 'menu']]);
  });

  test('closes the tooltip with Escape, then lets Escape pass', () => {
    render(<Chart {...props()} />);
    press('ArrowDown');
    expect(press('Escape')).toBe(false);
    expect(tip()).toBeNull();
    expect(press('Escape')).toBe(true);
    press('ArrowDown');
    expect(tip()).not.toBeNull();
  });

  test('offers its table by T and by a button', () => {
    const onTable = vi.fn();
    render(<Chart {...props({ onTable })} />);
    press('t');
    fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(onTable).toHaveBeenCalledTimes(2);
    expect(fireEvent.keyDown(screen.getByRole('application'), { key: 't', ctrlKey: true })).toBe(true);
    expect(onTable).toHaveBeenCalledTimes(2);
  });

  test('shows a hostile name as text, in the picture and in the tooltip', () => {
    render(<Chart {...props()} />);
    press('ArrowDown');
    press('ArrowDown');
    expect(tip()?.textContent).toContain(hostile);
    expect(document.querySelector('img[src]')).toBeNull();
    expect(document.querySelector('svg')?.textContent).toContain('<img src=x');
  });

  test('dims the old picture while the next is on its way', () => {
    const { rerender } = render(<Chart {...props()} />);
    expect(screen.getByRole('figure').dataset['stale']).toBeUndefined();
    rerender(<Chart {...props({ stale: true })} />);
    expect(screen.getByRole('figure').dataset['stale']).toBe('');
    expect(document.querySelector('svg')).not.toBeNull();
  });

  test('is drawn anew in a task of its own when others are too, and keeps its old picture until then', async () => {
    const all = (picture: ChartProps['option']) =>
      [1, 2].map((key) => <Chart key={key} {...props({ option: picture })} />);
    const { rerender, container } = render(<>{all(option)}</>);
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    const texts = () =>
      [...container.querySelectorAll('.chart-drawing')].map((each) => each.querySelectorAll('text').length);
    const [before] = texts();
    expect(before).toBeGreaterThan(0);
    act(() => rerender(<>{all(empty)}</>));
    const [after, waiting] = texts();
    expect(after).not.toBe(before);
    expect(waiting).toBe(before);
    await vi.waitFor(() => expect(texts()).toEqual([after, after]));
  });

  test('is drawn anew for another theme and gone when it leaves', () => {
    const { rerender, unmount } = render(<Chart {...props()} />);
    expect(document.querySelectorAll('svg')).toHaveLength(1);
    const dark = dotInterval(table, { category: 'source' }, namedWords('en'), 'en', marksOf('dark'));
    act(() => rerender(<Chart {...props({ theme: 'dark', option: dark })} />));
    expect(document.querySelectorAll('svg')).toHaveLength(1);
    expect(document.querySelector(`svg [fill="${marksOf('dark').mark}"]`)).not.toBeNull();
    unmount();
    expect(document.querySelector('svg')).toBeNull();
  });

  test('follows the size of its element', () => {
    render(<Chart {...props()} />);
    expect(document.querySelector('svg')?.getAttribute('width')).toBe('434');
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
    act(() => sizes.forEach((callback) => callback([], new ResizeObserver(() => {}))));
    expect(document.querySelector('svg')?.getAttribute('width')).toBe('600');
  });
});

describe('a picture without axes', () => {
  // The place of the third quarter: 2 px of room at the left and 8 at the right of 434, 4 above and 24 below of 108.
  const third = { x: 2 + (424 / 3) * 2, y: 68 };
  const point = (type: string, { x, y }: typeof third, detail = 1) => {
    const event = new MouseEvent(type, { bubbles: true, detail });
    Object.defineProperties(event, { offsetX: { value: x }, offsetY: { value: y } });
    const sheet = document.querySelector('.chart-drawing > div');
    act(() => void sheet?.dispatchEvent(event));
  };

  test('is pointed at, chosen by a click and opened by two', () => {
    const heard: string[] = [];
    render(<Chart {...props({ option: line, onMark: (mark, how) => heard.push(`${how} ${mark.name}`) })} />);
    point('mousemove', third);
    expect(tip()?.textContent).toContain('Q2 FY26');
    const press = (detail: number) => ['mousedown', 'mouseup', 'click'].forEach((type) => point(type, third, detail));
    press(1);
    expect(heard).toEqual(['select Q2 FY26']);
    press(2);
    point('dblclick', third, 2);
    expect(heard).toEqual(['select Q2 FY26', 'open Q2 FY26']);
    point('mousemove', { x: 200, y: 4 });
    expect(tip()).toBeNull();
  });

  test('stands in the commit that brings it, however many there are, and gives way to one with axes', () => {
    const all = (picture: ChartProps['option']) =>
      [1, 2].map((key) => <Chart key={key} {...props({ option: picture })} />);
    const { rerender, container } = render(<>{all(line)}</>);
    const drawn = () => [...container.querySelectorAll('.chart-drawing')].map((each) => each.textContent);
    expect(drawn()).toEqual(['Q4 FY25Q3 FY26', 'Q4 FY25Q3 FY26']);
    const earlier = tableOf(textColumn('quarter', ['2024Q1', '2024Q2']), numberColumn('value', 'ratio', [0.2, 0.25]));
    act(() =>
      rerender(<>{all(sparkline(earlier, { period: 'quarter' }, namedWords('en'), 'en', marksOf('light')))}</>),
    );
    expect(drawn()).toEqual(['Q1 FY24Q2 FY24', 'Q1 FY24Q2 FY24']);
    act(() => rerender(<>{all(option)}</>));
    expect(document.querySelectorAll('svg')).toHaveLength(2);
    expect(drawn()[0]).toContain('Referral');
  });
});

describe('the tooltip', () => {
  const tipSize = { width: 120, height: 60 };
  const stage = { left: 0, top: 0, width: 1000, height: 700 };

  test.each([
    ['in the middle', { left: 400, top: 300, width: 20, height: 20 }],
    ['at the right edge', { left: 990, top: 300, width: 20, height: 20 }],
    ['as wide as the window', { left: 0, top: 300, width: 1020, height: 20 }],
    ['as wide as the window, at its top', { left: 0, top: 0, width: 1020, height: 20 }],
    ['in a corner', { left: 1000, top: 740, width: 10, height: 10 }],
  ])('never covers a mark %s', (_, box) => {
    vi.stubGlobal('innerWidth', 1024);
    vi.stubGlobal('innerHeight', 768);
    const { left, top } = placeOf(tipSize, box, stage);
    const apart =
      left >= box.left + box.width || left + 120 <= box.left || top >= box.top + box.height || top + 60 <= box.top;
    expect(apart).toBe(true);
    expect(left).toBeGreaterThanOrEqual(8);
    expect(top).toBeGreaterThanOrEqual(8);
    expect(top + 60).toBeLessThanOrEqual(768);
  });
});

describe('a stretch of a picture over time', () => {
  const drawn = () => {
    const heard: string[] = [];
    const onStretch = (first: Mark, last: Mark) => heard.push(`${first.where['quarter']} to ${last.where['quarter']}`);
    render(<Chart {...props({ option: line, onStretch })} />);
    return { heard, stage: screen.getByRole('application') };
  };

  test('is drawn over with Shift and the arrows, either way, and taken when Shift is let go', () => {
    const { heard, stage } = drawn();
    press('End');
    fireEvent.keyDown(stage, { key: 'ArrowLeft', shiftKey: true });
    fireEvent.keyDown(stage, { key: 'ArrowLeft', shiftKey: true });
    expect(document.querySelector('.chart-stretch')).not.toBeNull();
    expect(tip()?.textContent).toContain('Q1 FY26');
    fireEvent.keyUp(stage, { key: 'Shift' });
    expect(heard).toEqual(['2026Q1 to 2026Q3']);
    expect(document.querySelector('.chart-stretch')).toBeNull();
  });

  test('is given up with Escape', () => {
    const { heard, stage } = drawn();
    press('Home');
    fireEvent.keyDown(stage, { key: 'ArrowRight', shiftKey: true });
    press('Escape');
    fireEvent.keyUp(stage, { key: 'Shift' });
    expect(heard).toEqual([]);
  });

  test('is dragged over with the pointer; a press without a way is none', () => {
    const { heard, stage } = drawn();
    fireEvent.pointerDown(stage, { button: 0, clientX: 5 });
    fireEvent.pointerUp(stage);
    expect(heard).toEqual([]);
    fireEvent.pointerDown(stage, { button: 0, clientX: 0 });
    fireEvent.pointerMove(stage, { buttons: 1, clientX: 8 });
    fireEvent.pointerMove(stage, { buttons: 1, clientX: 300 });
    fireEvent.pointerUp(stage);
    expect(heard).toEqual(['2025Q4 to 2026Q2']);
  });

  test('is none where nothing takes it', () => {
    render(<Chart {...props({ option: line })} />);
    const stage = screen.getByRole('application');
    press('Home');
    fireEvent.keyDown(stage, { key: 'ArrowRight', shiftKey: true });
    expect(document.querySelector('.chart-stretch')).toBeNull();
  });
});
