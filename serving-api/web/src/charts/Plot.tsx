import { useId } from 'react';
import type { DayMeasures } from '../api/shapes';
import { formatDay, formatMonth } from '../format/days';
import { formatShort } from '../format/numbers';
import { axisTicks, labelPlaces } from './scale';

const above = 12;
const below = 28;

/** Days narrower than this are drawn as one area; wider ones as bars. */
const narrowestBarPx = 4;

/** The drawing of a daily chart: axis, days, and the day that is read. */
export function Plot({
  days,
  width,
  height,
  inset,
  chosen,
  title,
  description,
}: {
  days: readonly DayMeasures[];
  width: number;
  height: number;
  inset: number;
  chosen: number | null;
  title: string;
  description: string;
}) {
  const id = useId();
  const ticks = axisTicks(Math.max(...days.map((day) => Math.max(day.listens, day.listeners))));
  const top = ticks.at(-1) ?? 1;
  const floor = height - below;
  const band = (width - inset) / days.length;
  const y = (value: number) => floor - (value / top) * (floor - above);
  const middle = (place: number) => inset + (place + 0.5) * band;
  const labels = labelPlaces(days.length, Math.floor((width - inset) / 84));
  const label = days.length > 200 ? formatMonth : formatDay;
  const listeners = line(days.map((day, place) => [middle(place), y(day.listeners)]));
  const read = chosen === null ? undefined : days[chosen];
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
          <text
            key={place}
            x={place === 0 ? inset : middle(place)}
            y={height - 8}
            textAnchor={place === 0 ? 'start' : 'middle'}
          >
            {label(days[place]?.day ?? '')}
          </text>
        ))}
      </g>
      {chosen !== null && (
        <rect
          className="cursor-band"
          x={middle(chosen) - Math.max(band, 2) / 2}
          y={above}
          width={Math.max(band, 2)}
          height={floor - above}
        />
      )}
      {band >= narrowestBarPx ? (
        days.map((day, place) => {
          const wide = Math.min(band * 0.72, 44);
          const x = middle(place) - wide / 2;
          return (
            <g key={day.day}>
              <path className="fill-listens" d={column(x, y(day.listens), wide, floor)} />
              <path className="fill-qualified" d={column(x, y(day.qualifiedListens), wide, floor)} />
            </g>
          );
        })
      ) : (
        <>
          <path
            className="fill-listens"
            d={area(
              days.map((day, place) => [middle(place), y(day.listens)]),
              floor,
            )}
          />
          <path
            className="fill-qualified"
            d={area(
              days.map((day, place) => [middle(place), y(day.qualifiedListens)]),
              floor,
            )}
          />
        </>
      )}
      {days.length > 1 && (
        <>
          <path className="halo-listeners" d={listeners} />
          <path className="line-listeners" d={listeners} />
        </>
      )}
      {band >= 14 &&
        days.map((day, place) => (
          <circle key={day.day} className="point-listeners" cx={middle(place)} cy={y(day.listeners)} r="3" />
        ))}
      {chosen !== null && read !== undefined && (
        <circle className="cursor-point" cx={middle(chosen)} cy={y(read.listeners)} r="5" />
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

function area(points: readonly Point[], floor: number): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  return `${line(points)}L${last[0].toFixed(1)} ${floor}L${first[0].toFixed(1)} ${floor}Z`;
}
