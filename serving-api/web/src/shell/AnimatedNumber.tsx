import { useEffect, useRef } from 'react';
import { prefersReducedMotion } from './motion';

/**
 * A number that runs to its new value instead of jumping. What a screen reader reads is always the true value, in
 * `data-value` it stands unformatted.
 */
export function AnimatedNumber({
  value,
  format,
  testId,
}: {
  value: number;
  format: (value: number) => string;
  testId?: string;
}) {
  const shown = useRef(value);
  const text = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const from = shown.current;
    const write = (current: number) => {
      shown.current = current;
      if (text.current !== null) text.current.textContent = format(current);
    };
    if (from === value || prefersReducedMotion()) {
      write(value);
      return;
    }
    const start = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const part = Math.min(1, (now - start) / 700);
      const eased = 1 - (1 - part) ** 3;
      write(part < 1 ? from + (value - from) * eased : value);
      if (part < 1) frame = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [value, format]);

  return (
    <span className="number" data-testid={testId} data-value={value}>
      <span aria-hidden="true" ref={text} />
      <span className="sr-only">{format(value)}</span>
    </span>
  );
}
