const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A track's length: 3:07, 1:02:45. */
export function formatTrackLength(lengthMs: number): string {
  const seconds = Math.round(lengthMs / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const [minutes, rest] = parts as [number, number];
  const tail = `:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}${tail}` : `${minutes}${tail}`;
}

/** Time listened, in the unit a person would say it in: "48 min", "3.4 h", "1,204 h". */
export function formatListeningTime(ms: number): string {
  const hours = ms / 3_600_000;
  if (hours < 1) return `${Math.floor(ms / 60_000)} min`;
  if (Number.isInteger(hours)) return `${whole.format(hours)} h`;
  return hours < 10
    ? `${(Math.floor(hours * 10) / 10).toFixed(1)} h`
    : `${whole.format(Math.floor(hours))} h`;
}
