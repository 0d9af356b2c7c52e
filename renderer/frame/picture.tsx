import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Chart } from '../charts/chart';
import type { ChartOption } from '../charts/echarts';
import type { FigureWords } from '../charts/figure';
import type { Mark } from '../charts/mark';
import type { Table as ChartTable } from '../charts/table';
import type { Marks } from '../charts/theme';
import { marksOf } from '../charts/theme';
import { usePreferences } from '../state/preferences';
import type { Explained } from '../state/screen';
import { showBehind, useScreen } from '../state/screen';
import { Button } from '../ui/button';
import type { TableColumn } from '../ui/table';
import { Table } from '../ui/table';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { headOf } from './grid-table';
import { valueName } from './names';
import './picture.css';

type Where = Readonly<Record<string, string | null>>;

interface PictureProps {
  readonly name: string;
  /** What the picture draws; its twin shows it as it is. */
  readonly table: ChartTable;
  readonly draw: (marks: Marks) => ChartOption;
  /** In px; without it the picture fills its place. */
  readonly height?: number;
  readonly className?: string;
  /** Question whose rows are behind the marks; Enter and double click open them. */
  readonly explained?: Explained | undefined;
  readonly onChoose?: (where: Where) => void;
  /** The figures stand beside it: no tab stop and no twin. */
  readonly plain?: boolean;
}

/** A chart of the view with its table twin, in the theme on screen. */
export function Picture({ height, className = '', ...rest }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const measured = useHeight(place, height === undefined);
  const drawn = height ?? measured;
  return (
    <div ref={place} className={`picture ${className}`} {...(height !== undefined && { style: { minHeight: height } })}>
      {drawn > 0 && <Drawn {...rest} height={drawn} />}
    </div>
  );
}

function Drawn({ name, table, draw, height, explained, onChoose, plain = false }: PictureProps & { height: number }) {
  const { t } = useWords();
  const dark = usePreferences((preferences) => preferences.dark);
  const everywhere = useScreen((screen) => screen.twin);
  const [turned, setTurned] = useState(false);
  const theme = dark ? 'dark' : 'light';
  const onMark = (mark: Mark, how: 'select' | 'open'): void => {
    if (how === 'select') onChoose?.(mark.where);
    else if (explained) {
      showBehind({
        ...explained,
        where: mark.where,
        part: 'denominator',
        title: [name, mark.name, mark.lines[0]].filter(Boolean).join(' · '),
      });
    }
  };
  if (everywhere !== turned && !plain)
    return <Twin name={name} table={table} height={height} onPicture={() => setTurned(!turned)} />;
  return (
    <Chart
      option={draw(marksOf(theme))}
      name={name}
      description={t('chart.description', { n: table.length, name })}
      words={{ select: t('chart.select'), table: t('chart.table') }}
      theme={theme}
      height={height}
      beside={plain}
      {...((onChoose ?? explained) && { onMark })}
      {...(!plain && { onTable: () => setTurned(!turned) })}
    />
  );
}

interface TwinRow {
  readonly at: number;
}

const firstColumns = ['value', 'lower', 'upper', 'n', 'state'];

// Of the envelope, what a picture does not draw; the explanation of the number has it.
const besides: ReadonlySet<string> = new Set(['numerator', 'denominator', 'level', 'method', 'reason', 'excluded']);

function saysSomething(column: ChartTable['columns'][number]): boolean {
  if (column.kind === 'number') return column.values.some((value) => !Number.isNaN(value));
  const said = new Set(Array.from(column.codes, (code) => column.dictionary[code]));
  said.delete(undefined);
  return said.size > 0 && !(column.name === 'state' && said.size === 1 && said.has('ok'));
}

// What a picture says first, then what it was drawn from.
function inReadingOrder(columns: ChartTable['columns']): ChartTable['columns'] {
  const rank = (name: string): number => (firstColumns.includes(name) ? firstColumns.indexOf(name) + 1 : 0);
  const place = ({ name, kind }: ChartTable['columns'][number]): number =>
    rank(name) > 0 ? rank(name) : kind === 'text' ? 0 : firstColumns.length + 1;
  return [...columns].sort((a, b) => place(a) - place(b));
}

interface TwinProps {
  readonly name: string;
  readonly table: ChartTable;
  readonly height: number;
  readonly onPicture: () => void;
}

function Twin({ name, table, height, onPicture }: TwinProps) {
  const words = useWords();
  const formats = useFormat();
  const filled = table.columns.filter((column) => !besides.has(column.name) && saysSomething(column));
  const columns = inReadingOrder(filled).map((column): TableColumn<TwinRow> => {
    if (column.kind === 'text') {
      const text = ({ at }: TwinRow): string | null => column.dictionary[column.codes[at] ?? -1] ?? null;
      const show = (row: TwinRow): string =>
        formats.period(words.find(`state.${text(row)}`) ?? valueName(text(row), words));
      return { id: column.name, head: headOf(column.name, null, words), value: text, show, width: 'minmax(96px, 1fr)' };
    }
    const value = ({ at }: TwinRow): number | null =>
      Number.isNaN(column.values[at]) ? null : (column.values[at] ?? null);
    const head = headOf(column.name, column.unit === 'ratio' ? '%' : null, words);
    return {
      id: column.name,
      head,
      value,
      show: (row) => formats.cell(column.unit, value(row)),
      align: 'right',
      width: '84px',
    };
  });
  const rows = Array.from({ length: table.length }, (_, at): TwinRow => ({ at }));
  return (
    <div className="twin" style={{ height: Math.max(height, 120) }}>
      <Table label={name} columns={columns} rows={rows} />
      <Button kind="link" className="twin-back" onPress={onPicture}>
        {words.t('chart.picture')}
      </Button>
    </div>
  );
}

function useHeight(place: RefObject<HTMLDivElement | null>, wanted: boolean): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element || !wanted) return;
    const watch = new ResizeObserver(([entry]) => setHeight(Math.floor(entry?.contentRect.height ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [place, wanted]);
  return height;
}

/** The words every chart needs. */
export function useChartWords(): FigureWords {
  const { t } = useWords();
  return { n: t('chart.n'), thin: t('chart.thin'), immature: t('chart.immature') };
}
