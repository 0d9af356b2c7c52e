import type { DrawnSlide, SlideShape } from '../../../electron/contract';

/** A slide as it will be printed, at whatever size there is; its texts can be selected. */
export function SlidePicture({ drawn }: { drawn: DrawnSlide }) {
  return (
    <svg
      className="review-picture"
      style={{ '--ratio': drawn.width / drawn.height }}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      role="img"
      aria-label={drawn.alt}
    >
      {drawn.shapes.map((shape, i) => (
        <Drawn key={i} shape={shape} />
      ))}
    </svg>
  );
}

// One case a shape, and nothing else: cut apart it would only be longer.
// oxlint-disable-next-line max-lines-per-function
function Drawn({ shape }: { shape: SlideShape }) {
  switch (shape.kind) {
    case 'box':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          fill={shape.fill}
          stroke={shape.stroke}
        />
      );
    case 'line':
      return (
        <line
          x1={shape.x1}
          y1={shape.y1}
          x2={shape.x2}
          y2={shape.y2}
          stroke={shape.stroke}
          strokeWidth={shape.width}
          strokeDasharray={shape.dash}
        />
      );
    case 'path':
      return (
        <path
          d={shape.d}
          fill={shape.fill ?? 'none'}
          stroke={shape.stroke}
          strokeWidth={shape.width}
          strokeLinejoin="round"
          strokeDasharray={shape.dash}
        />
      );
    case 'dot':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} fill={shape.fill} stroke={shape.stroke} strokeWidth={2} />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fill={shape.fill}
          textAnchor={shape.anchor}
          fontWeight={shape.weight}
        >
          {shape.text}
        </text>
      );
    case 'picture':
      return (
        <image
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          href={`data:image/svg+xml,${encodeURIComponent(shape.svg)}`}
        />
      );
    case 'image':
      return <image x={shape.x} y={shape.y} width={shape.width} height={shape.height} href={shape.href} />;
  }
}
