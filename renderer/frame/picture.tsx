import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Chart } from '../charts/chart';
import type { Part } from '../../electron/model/question';
import type { ChartOption } from '../charts/echarts';
import type { FigureWords } from '../charts/figure';
import type { Mark } from '../charts/mark';
import { marksIn } from '../charts/mark';
import type { MarkAct } from '../charts/pointing';
import type { Table as ChartTable } from '../charts/table';
import type { Marks } from '../charts/theme';
import { marksOf } from '../charts/theme';
import type { MessageKey, Words } from '../i18n';
import type { Calendar } from '../state/period';
import { stretchOf } from '../state/period';
import { usePreferences } from '../state/preferences';
import { change } from '../state/question';
import type { Explained } from '../state/screen';
import { showBehind } from '../state/screen';
import { useCalendar } from '../state/use-period';
import type { MenuPlace } from '../ui/context-menu';
import { useWords } from '../ui/words';
import { Addable } from './addable';
import { periodOfMark, timeColumns } from './mark-acts';
import { MarkMenu } from './mark-menu';
import { Twin } from './twin';
import { useTurned } from './use-turned';
import './picture.css';

type Where = Readonly<Record<string, string | null>>;

/** The question whose rows are behind one mark, and which of them. */
export interface BehindMark extends Explained {
  readonly part?: Part;
}

interface PictureProps {
  readonly name: string;
  /** What the picture draws; its twin shows it as it is. */
  readonly table: ChartTable;
  /** Drawn again whenever this is another function. */
  readonly draw: (marks: Marks) => ChartOption;
  /** In px; without it the picture fills its place. */
  readonly height?: number;
  readonly className?: string;
  /** Least width in px of what is drawn; a narrower place scrolls sideways. */
  readonly least?: number | undefined;
  /** Greatest width in px; a wider place is left empty beside it. Only together with a least one. */
  readonly most?: number | undefined;
  /** Question whose rows are behind the marks; Enter and double click open them. */
  readonly explained?: Explained | undefined;
  /** What is behind a mark where that is not the same question for all of them, narrowed by the mark's own keys; null where nothing is listed. */
  readonly behind?: ((where: Where) => BehindMark | null) | undefined;
  /** Opens the list behind a mark where the page has it itself; goes before the question's rows. */
  readonly onRows?: ((where: Where, title: string) => void) | undefined;
  readonly onChoose?: ((where: Where) => void) | undefined;
  /** The arrow keys came to a mark: what is beside the picture may follow. */
  readonly onWalk?: (where: Where) => void;
  /** The mark that walking begins at. */
  readonly first?: Where | undefined;
  /** Keys of a mark that the metric knows under another name. */
  readonly keys?: Readonly<Record<string, string>>;
  /** The figures stand beside it: no tab stop and no twin. */
  readonly plain?: boolean;
}

/** A chart of the view with its table twin, in the theme on screen. */
export function Picture({ least, most, ...picture }: PictureProps) {
  if (least === undefined) return <Placed {...picture} />;
  return (
    <div className="picture-scroll">
      <div style={{ minWidth: least, maxWidth: most }}>
        <Placed {...picture} />
      </div>
    </div>
  );
}

function Placed({ height, className = '', ...rest }: Omit<PictureProps, 'least' | 'most'>) {
  const place = useRef<HTMLDivElement>(null);
  const measured = useHeight(place, height === undefined);
  const drawn = height ?? measured;
  const fitted = height === undefined;
  return (
    <div
      ref={place}
      className={`picture ${fitted ? 'picture-fitted' : ''} ${className}`}
      {...(!fitted && { style: { minHeight: height } })}
    >
      {drawn > 0 && (
        <Addable explained={rest.explained}>
          <Drawn {...rest} height={drawn} isFitted={fitted} place={place} />
        </Addable>
      )}
    </div>
  );
}

type DrawnProps = Omit<PictureProps, 'least' | 'most'> & { readonly height: number };

interface TurnedProps extends DrawnProps {
  readonly isFitted: boolean;
  readonly place: RefObject<HTMLDivElement | null>;
}

// A panel that is dimmed while its next answer is on its way keeps its picture as it is.
const Drawn = memo(function Drawn({ isFitted, place, ...drawn }: TurnedProps) {
  const { name, table, height, plain = false } = drawn;
  const { isTwin, turn } = useTurned(place);
  if (isTwin && !plain) return <Twin name={name} table={table} height={isFitted ? null : height} onPicture={turn} />;
  return <Shown {...drawn} onTable={plain ? undefined : turn} />;
});

function Shown({
  name,
  table,
  draw,
  height,
  explained,
  behind,
  onRows,
  onChoose,
  onWalk,
  onTable,
  first,
  keys = {},
  plain = false,
}: DrawnProps & { readonly onTable: (() => void) | undefined }) {
  const words = useWords();
  const { t } = words;
  const dark = usePreferences((preferences) => preferences.dark);
  const theme = dark ? 'dark' : 'light';
  const option = useMemo(() => draw(marksOf(theme)), [draw, theme]);
  const [menu, setMenu] = useState<{ readonly mark: Mark; readonly place: MenuPlace } | null>(null);
  const { choose, ...acts } = useMarks({ name, table, explained, behind, onRows, onChoose, keys });
  // Where nothing else is chosen by it, a press opens the rows; where there are none, Enter chooses too.
  const onMark = (mark: Mark, act: MarkAct, box: MenuPlace | null): void => {
    if (act === 'menu') setMenu(box && { mark, place: box });
    else if (choose && (act === 'select' || !acts.hasRows(mark))) choose(mark.where);
    else acts.openRows(mark);
  };
  return (
    <>
      <Chart
        option={option}
        name={name}
        description={described(name, table, option, words)}
        words={{ select: acts.hint === null ? undefined : t(acts.hint), table: t('chart.table') }}
        theme={theme}
        height={height}
        beside={plain}
        onMark={onMark}
        {...(onWalk && { onWalk: (mark: Mark) => onWalk(mark.where) })}
        first={first}
        {...(acts.time && { onStretch: acts.time })}
        onTable={onTable}
      />
      {menu && (
        <MarkMenu
          pointed={{
            ...menu.mark,
            explained: explained ?? acts.behindOf(menu.mark) ?? undefined,
            onRows: acts.hasRows(menu.mark) ? () => acts.openRows(menu.mark) : undefined,
          }}
          place={menu.place}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}

// One sentence for whoever cannot see the picture: how many values, and the first and the last of them.
function described(name: string, { length: n }: ChartTable, option: ChartOption, { t }: Words): string {
  const marks = marksIn(option);
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || first === last) return t('chart.description', { n, name });
  const [firstValue = '–', lastValue = '–'] = [first.lines[0], last.lines[0]];
  return t('chart.described', { name, n, first: first.name, firstValue, last: last.name, lastValue });
}

// What a press and Enter do with a mark of this picture, and what its tooltip says of it.
function useMarks({
  name,
  table,
  explained,
  behind,
  onRows,
  onChoose,
  keys = {},
}: Pick<PictureProps, 'name' | 'table' | 'explained' | 'behind' | 'onRows' | 'onChoose' | 'keys'>) {
  const time = useTime(table);
  const choose = onChoose ?? (time ? toPeriod : undefined);
  const behindOf = (mark: Mark): BehindMark | null => {
    if (behind) return behind(mark.where);
    if (!explained) return null;
    const where = Object.fromEntries(Object.entries(mark.where).map(([key, value]) => [keys[key] ?? key, value]));
    return { ...explained, where };
  };
  const openRows = (mark: Mark): void => {
    const title = [name, mark.name, mark.lines[0]].filter(Boolean).join(' · ');
    if (onRows) {
      onRows(mark.where, title);
      return;
    }
    const rows = behindOf(mark);
    if (rows) showBehind({ part: 'denominator', ...rows, title });
  };
  const hint: MessageKey | null = choose ? 'chart.select' : (onRows ?? explained ?? behind) ? 'chart.rows' : null;
  const hasRows = (mark: Mark): boolean => onRows !== undefined || behindOf(mark) !== null;
  return { time, choose, hint, behindOf, hasRows, openRows };
}

// Asks about a stretch of a picture over time; null for any other picture.
function useTime({ columns }: ChartTable): ((first: Mark, last: Mark) => void) | null {
  const calendar = useCalendar();
  const over = columns.some(({ name, kind }) => kind === 'text' && timeColumns.some((each) => each === name));
  return over ? (first, last) => toStretch(first, last, calendar) : null;
}

function toPeriod(where: Where): void {
  const period = periodOfMark(where);
  if (period) change({ kind: 'period' }, { period });
}

function toStretch(first: Mark, last: Mark, calendar: Calendar): void {
  const [from, to] = [periodOfMark(first.where), periodOfMark(last.where)];
  if (from && to) change({ kind: 'period' }, { period: stretchOf(from, to, calendar) });
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

/** The words every chart needs; for a measure whose n counts something else than its rows, that instead of `n`. */
export function useChartWords(metric = ''): FigureWords {
  const { t, find } = useWords();
  return useMemo(
    () => ({ n: find(`counted.${metric}`) ?? t('chart.n'), thin: t('chart.thin'), immature: t('chart.immature') }),
    [t, find, metric],
  );
}
