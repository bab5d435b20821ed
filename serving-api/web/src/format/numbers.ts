const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** An exact count with grouped digits: 54,429. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** A rate: one decimal below a hundred, none above, so that the number keeps its width. */
export function formatRate(perSecond: number): string {
  return perSecond < 99.95 ? tenths.format(perSecond) : whole.format(perSecond);
}

/** A count for an axis: 12K, 1.5M. */
export function formatShort(count: number): string {
  return compact.format(count);
}

/** A part of a whole, or a dash where there is no whole. */
export function formatShare(part: number, whole: number): string {
  return whole > 0 ? percent.format(part / whole) : '–';
}

/** How much a number grew against an earlier one: "+12%", "−3.4%", "±0%"; null where there is nothing to compare with. */
export function formatGrowth(now: number, before: number): string | null {
  if (before <= 0) return null;
  const growth = (now - before) / before;
  const text = percent.format(Math.abs(growth));
  if (text === percent.format(0)) return `±${text}`;
  return `${growth < 0 ? '−' : '+'}${text}`;
}
