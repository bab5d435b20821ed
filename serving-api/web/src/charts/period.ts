import type { Period } from '../api/client';
import { addDays, daysBetween, isDay, toDay, type Day } from '../format/days';

/** What a visitor chose to look at: the last days up to today, all there is, or days of their own. */
export type PeriodChoice =
  | { readonly kind: 'last'; readonly days: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'own'; readonly first: Day; readonly last: Day };

export const presets = [
  { key: '7d', label: '7 days', choice: { kind: 'last', days: 7 } },
  { key: '30d', label: '30 days', choice: { kind: 'last', days: 30 } },
  { key: '90d', label: '90 days', choice: { kind: 'last', days: 90 } },
  { key: '365d', label: '1 year', choice: { kind: 'last', days: 365 } },
  { key: 'all', label: 'All time', choice: { kind: 'all' } },
] as const satisfies readonly { key: string; label: string; choice: PeriodChoice }[];

export const usualPreset = '30d';

/** Reads the choice from an address: `?period=90d`, or `?first=2026-01-01&last=2026-01-31`; anything else is the usual one. */
export function readPeriod(query: URLSearchParams): PeriodChoice {
  const first = query.get('first') ?? '';
  const last = query.get('last') ?? '';
  if (isDay(first) && isDay(last) && first <= last) return { kind: 'own', first, last };
  const wanted = query.get('period') ?? usualPreset;
  const preset = presets.find(({ key }) => key === wanted) ?? presets.find(({ key }) => key === usualPreset);
  return preset?.choice ?? { kind: 'all' };
}

/** The same, written into an address. */
export function writePeriod(choice: PeriodChoice): Record<string, string> {
  switch (choice.kind) {
    case 'own':
      return { first: choice.first, last: choice.last };
    case 'all':
      return { period: 'all' };
    case 'last':
      return { period: `${choice.days}d` };
  }
}

/** The days to ask the API for; its end is exclusive. */
export function askedPeriod(choice: PeriodChoice, now: Date): Period {
  const tomorrow = addDays(toDay(now), 1);
  switch (choice.kind) {
    case 'all':
      return {};
    case 'last':
      return { from: addDays(tomorrow, -choice.days), to: tomorrow };
    case 'own':
      return { from: choice.first, to: addDays(choice.last, 1) };
  }
}

/** The equally long period right before; null for one without a beginning. */
export function periodBefore(period: Period): Period | null {
  if (period.from === undefined || period.to === undefined) return null;
  return { from: addDays(period.from, -daysBetween(period.from, period.to)), to: period.from };
}
