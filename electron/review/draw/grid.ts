import type { GridPicture, WordsPicture } from '../content/content';
import { paint, sizes } from './layout';
import type { Anchor, Area, Shape } from './shapes';
import { lineTo, textAt } from './shapes';
import { wrapped, wrappedTo } from './width';

/** Height of a row of a table on a slide, in px, so that all of them fit. */
export function rowHeight({ rows, rest }: GridPicture, height: number): number {
  return Math.max(24, Math.min(60, (height - (rest === null ? 0 : 26)) / (rows.length + 1.2)));
}

/** Size of the letters in a table of that many columns; large where no cell needs another line for it. */
export function gridSize(picture: GridPicture, row: number, width: number): number {
  const { columns, rows } = picture;
  if (row < 30 || columns.length > 9) return 14;
  if (row < 36) return 15;
  const total = columns.reduce((sum, each) => sum + each.width, 0);
  const roomy = rows.every((cells) =>
    cells.every(({ text, strong }, i) => {
      const room = (((columns[i]?.width ?? 0) / total) * width - 8 - indentOf(columns, i)) * 0.9;
      const [usual = 1, large = 1] = [16, 18].map((size) => wrapped(text, room, size, strong ? 600 : 400).length);
      return large <= Math.min(2, usual);
    }),
  );
  return row >= 46 && roomy ? 18 : 16;
}

/** Room at the left of a column's cells: more after numbers, which end where their column does, and after cells that may be filled. */
export function indentOf(columns: GridPicture['columns'], i: number): number {
  if (i === 0 || columns[i]?.align === 'center') return 0;
  return columns[i]?.align === 'left' && columns[i - 1]?.align !== 'left' ? 24 : 6;
}

/** Room at the right of a column of numbers: more before cells that are filled. */
export function outdentOf(columns: GridPicture['columns'], i: number): number {
  if (columns[i]?.align === 'center') return 0;
  return columns[i]?.align === 'right' && columns[i + 1]?.align === 'center' ? 20 : 6;
}

/** A table with hairlines; a cell that does not fit its column goes on two lines. */
export function gridShapes(picture: GridPicture, area: Area): readonly Shape[] {
  const { columns, rows, rest } = picture;
  const row = rowHeight(picture, area.height);
  const size = gridSize(picture, row, area.width);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / total) * area.width);
  const lefts = widths.map((_, i) => area.x + widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const cell = (
    text: string,
    i: number,
    y: number,
    look: { fill: string; weight: 400 | 600; size: number },
  ): Shape[] => {
    const align = columns[i]?.align ?? 'left';
    const [left, width] = [lefts[i] ?? area.x, widths[i] ?? 0];
    const anchor: Anchor = align === 'right' ? 'end' : align === 'center' ? 'middle' : 'start';
    const indent = indentOf(columns, i);
    const x =
      align === 'right' ? left + width - outdentOf(columns, i) : align === 'center' ? left + width / 2 : left + indent;
    const lines = wrappedTo(text, row >= 34 ? 2 : 1, width - 4 - indent, look.size, look.weight);
    const first = y + row / 2 + look.size * 0.36 - ((lines.length - 1) * look.size * 1.15) / 2;
    return lines.map((line, k) => textAt(x, first + k * look.size * 1.15, line, { ...look, anchor }));
  };
  const head = columns.flatMap(({ title }, i) => cell(title, i, area.y, { fill: paint.ink3, weight: 400, size: 14 }));
  const body = rows.flatMap((cells, r): Shape[] => {
    const y = area.y + row * (r + 1);
    return [
      ...cells.flatMap(({ fill }, i): Shape[] =>
        fill === undefined
          ? []
          : [
              {
                kind: 'box',
                x: (lefts[i] ?? 0) + 1,
                y: y + 1,
                width: (widths[i] ?? 2) - 2,
                height: row - 2,
                fill: `#${fill}`,
              },
            ],
      ),
      lineTo(area.x, y, area.x + area.width, y, r === 0 ? paint.axis : paint.line),
      ...cells.flatMap(({ text, ink, strong }, i) =>
        cell(text, i, y, { fill: ink === undefined ? paint.ink : `#${ink}`, weight: strong ? 600 : 400, size }),
      ),
    ];
  });
  const end = area.y + row * (rows.length + 1);
  const foot = rest === null ? [] : [textAt(area.x, end + 20, rest, { size: sizes.small, fill: paint.ink2 })];
  return [...head, ...body, lineTo(area.x, end, area.x + area.width, end, paint.line), ...foot];
}

/** Paragraphs with their heads, in columns side by side. */
export function wordShapes({ paragraphs }: WordsPicture, area: Area): readonly Shape[] {
  const width = area.width / Math.max(1, paragraphs.length) - 24;
  return paragraphs.flatMap(({ head, lines }, i): Shape[] => {
    const x = area.x + i * (width + 24);
    const texts = lines.flatMap((line) => wrapped(line, width, sizes.note));
    return [
      lineTo(x, area.y, x + width, area.y, paint.axis),
      textAt(x, area.y + 30, head, { size: 18, fill: paint.ink, weight: 600 }),
      ...texts.map((text, k) => textAt(x, area.y + 62 + k * 26, text, { size: sizes.note, fill: paint.ink2 })),
    ];
  });
}
