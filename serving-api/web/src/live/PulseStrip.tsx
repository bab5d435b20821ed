import { useLayoutEffect, useRef } from 'react';
import { formatRate } from '../format/numbers';
import { prefersReducedMotion } from '../shell/motion';
import { pulseRange, pulseSeconds, type Pulse } from './pulse';

const step = 8;
const height = 120;
const width = pulseSeconds * step;

/** The last two minutes as a sound wave: one bar a second, the newest at the right, a dot where nothing was heard. */
export function PulseStrip({ pulse }: { pulse: Pulse }) {
  const wave = useRef<SVGGElement>(null);
  const { lastMs, rates } = pulse;

  useLayoutEffect(() => {
    if (lastMs === null || prefersReducedMotion()) return;
    wave.current?.animate([{ transform: `translateX(${step}px)` }, { transform: 'none' }], {
      duration: 1000,
    });
  }, [lastMs]);

  const range = pulseRange(pulse);
  const top = Math.max(1, range?.high ?? 0);
  const empty = pulseSeconds - rates.length;
  const now = rates.at(-1) ?? null;
  return (
    <figure className="pulse">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMaxYMid slice"
        role="img"
        aria-label={
          range === null || now === null
            ? 'Plays per second over the last minutes: nothing heard yet'
            : `Plays per second over the last minutes: now ${formatRate(now)}, lowest ${formatRate(range.low)}, highest ${formatRate(range.high)}`
        }
        data-testid="pulse"
        data-seconds={rates.length}
      >
        <g ref={wave}>
          {Array.from({ length: pulseSeconds }, (_, place) => {
            const rate = place < empty ? null : (rates[place - empty] ?? null);
            const tall = rate === null ? 2 : Math.max(3, (rate / top) * (height - 8));
            return (
              <rect
                key={place}
                className={barClass(rate, place)}
                x={place * step + 1}
                y={(height - tall) / 2}
                width={step - 3}
                height={tall}
                rx={(step - 3) / 2}
              />
            );
          })}
        </g>
      </svg>
      <figcaption aria-hidden="true">
        <span>2 min ago</span>
        {range !== null && <span>peak {formatRate(range.high)}</span>}
        <span>now</span>
      </figcaption>
    </figure>
  );
}

function barClass(rate: number | null, place: number): string {
  if (rate === null) return 'bar-none';
  return place === pulseSeconds - 1 ? 'bar-now' : 'bar';
}
