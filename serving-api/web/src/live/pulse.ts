/** Plays per second as they were, oldest first, one entry a second; null where nothing was heard from the server. */
export interface Pulse {
  readonly lastMs: number | null;
  readonly rates: readonly (number | null)[];
}

export const pulseSeconds = 120;
export const noPulse: Pulse = { lastMs: null, rates: [] };

/** An event may come this late and still be the next second's. */
const jitterMs = 900;

/** Adds a rate; a silence before it becomes as many empty seconds, and what is older than the window is forgotten. */
export function addRate(pulse: Pulse, atMs: number, rate: number): Pulse {
  if (pulse.lastMs === null) return { lastMs: atMs, rates: [rate] };
  const passedMs = atMs - pulse.lastMs;
  if (passedMs <= 0) return pulse;
  const silent = passedMs > 1000 + jitterMs ? Math.min(Math.round(passedMs / 1000) - 1, pulseSeconds) : 0;
  const gap = Array.from({ length: silent }, () => null);
  return { lastMs: atMs, rates: [...pulse.rates, ...gap, rate].slice(-pulseSeconds) };
}

/** The lowest and highest rate seen, null before the first. */
export function pulseRange(rates: Pulse['rates']): { low: number; high: number } | null {
  const heard = rates.filter((rate) => rate !== null);
  return heard.length === 0 ? null : { low: Math.min(...heard), high: Math.max(...heard) };
}
