import { useLayoutEffect, useRef, type RefObject } from 'react';
import { prefersReducedMotion } from '../shell/motion';

/** From where each element must start so that it seems to come from its old place: pixels, positive is from below. */
export function offsets(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Map<string, number> {
  const moved = new Map<string, number>();
  for (const [id, top] of after) {
    const earlier = before.get(id);
    if (earlier !== undefined && earlier !== top) moved.set(id, earlier - top);
  }
  return moved;
}

const timing: KeyframeAnimationOptions = { duration: 550, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' };

/**
 * Lets the children of a list that carry `data-flip` glide to their new places when the order changes (first, last,
 * invert, play). Newcomers fade in. Whoever asked for less motion sees the new order at once.
 *
 * @param scope when it changes, the list shows something else and nothing moves
 */
export function useFlip(list: RefObject<HTMLElement | null>, scope: string): void {
  const known = useRef<{ scope: string; tops: Map<string, number> } | null>(null);

  useLayoutEffect(() => {
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-flip]') ?? [];
    const elements = new Map<string, HTMLElement>();
    const tops = new Map<string, number>();
    rows.forEach((row) => {
      const id = row.dataset.flip ?? '';
      elements.set(id, row);
      tops.set(id, row.offsetTop);
    });
    const before = known.current;
    known.current = { scope, tops };
    if (before?.scope !== scope || before.tops.size === 0 || prefersReducedMotion()) return;
    for (const [id, from] of offsets(before.tops, tops)) {
      const rising = from > 0;
      elements.get(id)?.animate(
        [
          { transform: `translateY(${from}px)`, zIndex: rising ? 2 : 1 },
          { transform: 'none', zIndex: rising ? 2 : 1 },
        ],
        timing,
      );
    }
    for (const [id, row] of elements) {
      if (!before.tops.has(id)) row.animate([{ opacity: 0 }, { opacity: 1 }], timing);
    }
  });
}
