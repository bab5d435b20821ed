import { useId } from 'react';
import type { DayMeasures } from '../api/shapes';
import { formatDay, formatMonth } from '../format/days';
import { formatShort } from '../format/numbers';
import { bars, type Bar } from './averages';
import { axisTicks, labelPlaces } from './scale';

const above = 12;
const below = 28;

/** The drawing of a daily chart: axis, bars of `span` days each, and the day that is read. */
export function Plot({
  days,
  span,
  width,
  height,
  inset,
  chosen,
  title,
  description,
}: {
  days: readonly DayMeasures[];
  span: number;
  width: number;
  height: number;
  inset: number;
  chosen: number | null;
  title: string;
  description: string;
}) {
  const id = useId();
  const drawn = bars(days, span);
  const ticks = axisTicks(Math.max(...drawn.map((bar) => Math.max(bar.listens, bar.listeners))));
  const top = ticks.at(-1) ?? 1;
  const floor = height - below;
  const dayWidth = (width - inset) / days.length;
  const y = (value: number) => floor - (value / top) * (floor - above);
  const x = (place: number) => inset + place * dayWidth;
  const middle = (bar: Bar) => x(bar.first + bar.days / 2);
  const listeners = line(drawn.map((bar) => [middle(bar), y(bar.listeners)]));
  const labels = labelPlaces(days.length, Math.floor((width - inset) / 84));
  const label = days.length > 200 ? formatMonth : formatDay;
  const cursorWidth = Math.max(dayWidth, 2);
  return (
    <svg width={width} height={height} role="img" aria-labelledby={`${id}-title ${id}-description`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <g className="axis">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={inset} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={inset - 10} y={y(tick) + 4} textAnchor="end">
              {formatShort(tick)}
            </text>
          </g>
        ))}
        {labels.map((place) => (
          <text key={place} x={x(place + 0.5)} y={height - 8} textAnchor="middle">
            {label(days[place]?.day ?? '')}
          </text>
        ))}
      </g>
      {drawn.map((bar) => {
        const wide = Math.min(bar.days * dayWidth * 0.74, 44);
        const left = middle(bar) - wide / 2;
        return (
          <g key={bar.first}>
            <path className="fill-listens" d={column(left, y(bar.listens), wide, floor)} />
            <path className="fill-qualified" d={column(left, y(bar.qualifiedListens), wide, floor)} />
          </g>
        );
      })}
      {drawn.length > 1 && (
        <>
          <path className="halo-listeners" d={listeners} />
          <path className="line-listeners" d={listeners} />
        </>
      )}
      {span * dayWidth >= 14 &&
        drawn.map((bar) => (
          <circle key={bar.first} className="point-listeners" cx={middle(bar)} cy={y(bar.listeners)} r="3" />
        ))}
      {chosen !== null && (
        <rect
          className="cursor-band"
          x={x(chosen + 0.5) - cursorWidth / 2}
          y={above}
          width={cursorWidth}
          height={floor - above}
        />
      )}
    </svg>
  );
}

type Point = readonly [x: number, y: number];

/** A bar with a rounded head; nothing at all for nothing. */
function column(x: number, y: number, wide: number, floor: number): string {
  const tall = floor - y;
  if (tall <= 0) return '';
  const round = Math.min(3, wide / 2, tall);
  return `M${x} ${floor}V${y + round}q0-${round} ${round}-${round}h${wide - 2 * round}q${round} 0 ${round} ${round}V${floor}Z`;
}

function line(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}
