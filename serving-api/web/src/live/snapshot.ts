import type { LiveSnapshot } from '../api/shapes';

const numbers = ['playsPerSecond', 'plays', 'qualifiedPlays', 'listeners'] as const;
const lists = ['topByPlays', 'topByListeners', 'countries'] as const;

/** Reads the data of one `live` event; null for anything that is not a snapshot, so that one bad event costs a second and no more. */
export function parseSnapshot(data: string): LiveSnapshot | null {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Record<string, unknown>;
  const whole =
    typeof fields.at === 'string' &&
    !Number.isNaN(Date.parse(fields.at)) &&
    numbers.every((name) => typeof fields[name] === 'number' && Number.isFinite(fields[name])) &&
    lists.every((name) => Array.isArray(fields[name]));
  return whole ? (value as LiveSnapshot) : null;
}
