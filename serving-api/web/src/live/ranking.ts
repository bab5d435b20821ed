/** A list's order at one moment: id to rank, first is 1. */
export interface Order {
  readonly atMs: number;
  readonly ranks: ReadonlyMap<string, number>;
}

/** How a place compares with an earlier order. */
export type Change =
  | { readonly kind: 'same' }
  | { readonly kind: 'new' }
  | { readonly kind: 'up' | 'down'; readonly places: number };

const same: Change = { kind: 'same' };

export function orderOf(atMs: number, ids: readonly string[]): Order {
  return { atMs, ranks: new Map(ids.map((id, index) => [id, index + 1])) };
}

/**
 * Adds an order to the earlier ones and forgets those that no comparison over `windowMs` needs any more: the oldest
 * kept is the last one at least that old, or the first there was.
 */
export function remember(earlier: readonly Order[], order: Order, windowMs: number): Order[] {
  const all = [...earlier.filter((known) => known.atMs < order.atMs), order];
  const since = order.atMs - windowMs;
  const firstNeeded = all.findLastIndex((known) => known.atMs <= since);
  return firstNeeded > 0 ? all.slice(firstNeeded) : all;
}

/** How each id of `now` stands against `before`; an id that `before` does not have is new. */
export function changes(before: Order | undefined, now: Order): Map<string, Change> {
  const result = new Map<string, Change>();
  for (const [id, rank] of now.ranks) {
    const earlier = before?.ranks.get(id);
    if (before === undefined || earlier === rank) result.set(id, same);
    else if (earlier === undefined) result.set(id, { kind: 'new' });
    else result.set(id, { kind: earlier > rank ? 'up' : 'down', places: Math.abs(earlier - rank) });
  }
  return result;
}
