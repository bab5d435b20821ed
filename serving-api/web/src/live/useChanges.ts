import { useState } from 'react';
import type { Trending } from '../api/shapes';
import { changes, orderOf, remember, type Change, type Order } from './ranking';

/** Places are compared with those of a minute ago, so that an arrow stays long enough to be seen. */
const comparedOverMs = 60_000;

/** How each track of a trending list stands against the list of a minute ago. */
export function useChanges(trending: Trending): Map<string, Change> {
  const [history, setHistory] = useState<Order[]>([]);
  const rankedMs = Date.parse(trending.rankedAt ?? '');
  const latest = history.at(-1);
  const order = orderOf(
    rankedMs,
    trending.items.map((item) => item.trackId),
  );
  // State that follows from props is brought up to date while rendering, before anything is shown.
  if (!Number.isNaN(rankedMs) && (latest === undefined || latest.atMs < rankedMs)) {
    setHistory(remember(history, order, comparedOverMs));
  }
  return changes(history.length > 1 ? history[0] : undefined, order);
}
