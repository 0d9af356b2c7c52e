import type { Drawing, DrawingEars } from './drawing';
import { pressesOf } from './drawing';
import type { ElementEvent, LiveChart } from './echarts';
import { openChart } from './echarts';
import type { Theme } from './theme';

/** A picture that ECharts draws: one with axes, or with so many marks that a canvas is quicker. */
export function openModelled(
  host: HTMLElement,
  theme: Theme,
  renderer: 'svg' | 'canvas',
  ears: () => DrawingEars,
): Drawing {
  const chart = openChart(host, theme, renderer);
  listen(chart, ears);
  return {
    show: (option) => {
      // Without this the shapes of a mark are matched with those of the picture before, one by one, and a shape whose kind changed is lost.
      chart.clear();
      chart.setOption(option, { notMerge: true });
    },
    fit: () => chart.resize(),
    at: (seriesIndex, x, y) => {
      if (chart.isDisposed()) return null;
      const point: unknown = chart.convertToPixel({ seriesIndex }, [x, y]);
      return isPoint(point) ? point : null;
    },
    size: () => ({ width: chart.getWidth(), height: chart.getHeight() }),
    dispose: () => chart.dispose(),
  };
}

function listen(chart: LiveChart, ears: () => DrawingEars): void {
  const placeOf = ({ seriesIndex = -1, dataIndex = -1 }: ElementEvent): [number, number] => [seriesIndex, dataIndex];
  chart.on('mouseover', (event) => ears().over(...placeOf(event)));
  chart.on('mouseout', () => ears().out());
  chart.on('globalout', () => ears().out());
  chart.on('click', (event) => {
    // The second click of a double click comes as a click as well; it would take the selection back.
    if (pressesOf(event.event?.event) < 2) ears().press(...placeOf(event), 'select');
  });
  chart.on('dblclick', (event) => ears().press(...placeOf(event), 'open'));
  chart.on('finished', () => ears().drawn());
}

function isPoint(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => Number.isFinite(each));
}
