import { useId, useRef, useState } from 'react';
import type { DayMeasures } from '../api/shapes';
import { formatLongDay } from '../format/days';
import { formatCount } from '../format/numbers';
import { DailyTable } from './DailyTable';
import { spanFor } from './averages';
import { Plot } from './Plot';
import { bandAt } from './scale';
import { useWidth } from '../shell/useWidth';

/** Room for the axis at the left of the plot. */
const inset = 44;

/** Where days would be drawn narrower than this, several make one bar. */
const narrowestBarPx = 2.4;

/** The measures of one day as a sentence. */
export function describeDay(day: DayMeasures): string {
  return `${formatLongDay(day.day)}: ${formatCount(day.listens)} plays, ${formatCount(day.qualifiedListens)} qualified, ${formatCount(day.listeners)} listeners`;
}

/**
 * Plays, qualified plays and listeners by day. Qualified plays are the solid part of each day's bar, listeners the line.
 * Pointer, touch and keyboard (arrows, Page Up and Down, Home, End) read single days; the same numbers stand in a table.
 */
export function DailyChart({ title, days }: { title: string; days: readonly DayMeasures[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const [asTable, setAsTable] = useState(false);
  const [focused, setFocused] = useState(false);

  const place = Math.min(chosen ?? days.length - 1, days.length - 1);
  const day = days[place];
  const first = days[0];
  const last = days.at(-1);
  if (day === undefined || first === undefined || last === undefined) return null;
  const height = width < 520 ? 220 : 300;
  const span = spanFor((width - inset) / days.length, narrowestBarPx);
  const pick = (event: React.PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setChosen(bandAt(event.clientX - box.left - inset, box.width - inset, days.length));
  };

  return (
    <figure className="chart" aria-labelledby={`${id}-title`} data-testid="chart" data-days={days.length}>
      <figcaption className="chart-head">
        <h3 id={`${id}-title`}>{title}</h3>
        <ul className="legend" aria-label="Legend">
          <li className="key-listens">Plays</li>
          <li className="key-qualified">Qualified</li>
          <li className="key-listeners">Listeners</li>
        </ul>
        <button
          type="button"
          className="button quiet small"
          aria-pressed={asTable}
          onClick={() => {
            setAsTable(!asTable);
          }}
          data-testid="chart-table-toggle"
        >
          {asTable ? 'Show as chart' : 'Show as table'}
        </button>
      </figcaption>
      {asTable ? (
        <DailyTable title={title} days={days} />
      ) : (
        <>
          <p className="chart-reading" aria-hidden="true" data-testid="chart-reading">
            <span className="reading-day">{formatLongDay(day.day)}</span>
            <span className="key-listens">{formatCount(day.listens)}</span>
            <span className="key-qualified">{formatCount(day.qualifiedListens)}</span>
            <span className="key-listeners">{formatCount(day.listeners)}</span>
            {span > 1 && <span className="fine">Bars are {span}-day averages; every day can be read.</span>}
          </p>
          <div
            ref={frame}
            className={focused ? 'plot focused' : 'plot'}
            style={{ height }}
            onPointerMove={pick}
            onPointerDown={pick}
            onPointerLeave={() => {
              setChosen(null);
            }}
          >
            {width > 0 && (
              <Plot
                days={days}
                span={span}
                width={width}
                height={height}
                inset={inset}
                chosen={chosen === null && !focused ? null : place}
                title={title}
                description={`From ${formatLongDay(first.day)} to ${formatLongDay(last.day)}, ${days.length} days.${span > 1 ? ` Drawn as averages of ${span} days.` : ''}`}
              />
            )}
            <input
              type="range"
              className="plot-slider"
              min={0}
              max={days.length - 1}
              value={place}
              aria-label={`${title}, day by day`}
              aria-valuetext={describeDay(day)}
              onChange={(event) => {
                setChosen(Number(event.target.value));
              }}
              onFocus={() => {
                setFocused(true);
              }}
              onBlur={() => {
                setFocused(false);
                setChosen(null);
              }}
              data-testid="chart-slider"
            />
          </div>
        </>
      )}
    </figure>
  );
}
