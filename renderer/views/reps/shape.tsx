import { shapes } from '../../charts/compare-row';
import { corners } from '../../charts/draw';

const radius = 4.4;

/** The shape and colour of a place in the fixed order; the same the lanes draw. */
export function Shape({ slot }: { slot: number }) {
  const shape = shapes[slot % shapes.length] ?? 'circle';
  return (
    <svg
      className={`person-shape cat-${(slot % shapes.length) + 1}`}
      width="12"
      height="12"
      viewBox="-6 -6 12 12"
      data-shape={shape}
      aria-hidden
    >
      {shape === 'circle' ? (
        <circle r={radius} />
      ) : (
        <polygon points={corners[shape].map(([x, y]) => `${x * radius},${y * radius}`).join(' ')} />
      )}
    </svg>
  );
}
