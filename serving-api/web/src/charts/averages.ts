import type { DayMeasures } from '../api/shapes';

/** Spans that days may be drawn in when a chart is too narrow for each of them. */
export const spans = [1, 7, 14, 28, 91, 182] as const;

/** The shortest span whose bar is at least `barPx` wide where a day is `dayPx` wide. */
export function spanFor(dayPx: number, barPx: number): number {
  return spans.find((span) => span * dayPx >= barPx) ?? spans[spans.length - 1] ?? 1;
}

/** What is drawn of some consecutive days: their first place, how many they are, and their means. */
export interface Bar {
  first: number;
  days: number;
  listens: number;
  qualifiedListens: number;
  listeners: number;
}

/**
 * Gathers days into bars of `span` days, counted back from the newest so that only the oldest bar may be shorter. A bar
 * holds means per day: those of listeners may be averaged over days, but never added up.
 */
export function bars(days: readonly DayMeasures[], span: number): Bar[] {
  const result: Bar[] = [];
  for (let end = days.length; end > 0; end -= span) {
    const first = Math.max(0, end - span);
    const group = days.slice(first, end);
    const mean = (of: 'listens' | 'qualifiedListens' | 'listeners') =>
      group.reduce((sum, day) => sum + day[of], 0) / group.length;
    result.push({
      first,
      days: group.length,
      listens: mean('listens'),
      qualifiedListens: mean('qualifiedListens'),
      listeners: mean('listeners'),
    });
  }
  return result.reverse();
}
