import { useLayoutEffect, useRef } from 'react';
import { formatRate } from '../format/numbers';
import { prefersReducedMotion } from '../shell/motion';
import { useWidth } from '../shell/useWidth';
import { pulseRange, pulseSeconds, type Pulse } from './pulse';

const height = 120;

/** Below this width half the seconds are shown, so that bars stay bars. */
const narrowPx = 480;

/** The last minutes as a sound wave: one bar a second, the newest at the right, a dot where nothing was heard. */
export function PulseStrip({ pulse }: { pulse: Pulse }) {
  const frame = useRef<HTMLElement>(null);
  const wave = useRef<SVGGElement>(null);
  const width = useWidth(frame);
  const seconds = width < narrowPx ? pulseSeconds / 2 : pulseSeconds;
  const step = width / seconds;
  const { lastMs } = pulse;

  useLayoutEffect(() => {
    if (lastMs === null || prefersReducedMotion()) return;
    wave.current?.animate([{ transform: `translateX(${step}px)` }, { transform: 'none' }], {
      duration: 1000,
    });
  }, [lastMs, step]);

  const rates = pulse.rates.slice(-seconds);
  const range = pulseRange(rates);
  const top = Math.max(1, range?.high ?? 0);
  const empty = seconds - rates.length;
  const now = rates.at(-1) ?? null;
  const span = `${seconds / 60} min`;
  return (
    <figure className="pulse" ref={frame}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={
          range === null || now === null
            ? `Plays per second over the last ${span}: nothing heard yet`
            : `Plays per second over the last ${span}: now ${formatRate(now)}, lowest ${formatRate(range.low)}, highest ${formatRate(range.high)}`
        }
        data-testid="pulse"
        data-seconds={rates.length}
      >
        <g ref={wave}>
          {Array.from({ length: seconds }, (_, place) => {
            const rate = place < empty ? null : (rates[place - empty] ?? null);
            const tall = rate === null ? 2 : Math.max(3, (rate / top) * (height - 4));
            return (
              <rect
                key={place}
                className={barClass(rate, place === seconds - 1)}
                x={(place + 0.2) * step}
                y={(height - tall) / 2}
                width={step * 0.6}
                height={tall}
                rx={step * 0.3}
              />
            );
          })}
        </g>
      </svg>
      <figcaption aria-hidden="true">
        <span>{span} ago</span>
        {range !== null && <span>peak {formatRate(range.high)}</span>}
        <span>now</span>
      </figcaption>
    </figure>
  );
}

function barClass(rate: number | null, newest: boolean): string {
  if (rate === null) return 'bar-none';
  return newest ? 'bar-now' : 'bar';
}
