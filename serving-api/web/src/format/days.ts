/** A UTC day as the API writes it: 2026-11-20. */
export type Day = string;

const dayMs = 86_400_000;
const shortDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const monthAndYear = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export function toDay(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return toDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs));
}

/** Days from one to another, negative when the other lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** A real calendar day in the API's form. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && toDay(new Date(ms)) === text;
}

export function formatDay(day: Day): string {
  return shortDay.format(new Date(`${day}T00:00:00Z`));
}

export function formatLongDay(day: Day): string {
  return longDay.format(new Date(`${day}T00:00:00Z`));
}

export function formatMonth(day: Day): string {
  return monthAndYear.format(new Date(`${day}T00:00:00Z`));
}
