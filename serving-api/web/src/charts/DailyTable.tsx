import type { DayMeasures } from '../api/shapes';
import { formatLongDay } from '../format/days';
import { formatListeningTime } from '../format/durations';
import { formatCount } from '../format/numbers';

/** A daily chart's numbers as text, newest first; days without a play are left out. */
export function DailyTable({ title, days }: { title: string; days: readonly DayMeasures[] }) {
  const played = days.filter((day) => day.listens > 0).reverse();
  return (
    // The table scrolls on its own, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-frame" role="region" aria-label={`${title}, table`} tabIndex={0}>
      <table data-testid="chart-table">
        <caption>
          {title}: {formatCount(played.length)} of {formatCount(days.length)} days with plays
        </caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Plays</th>
            <th scope="col">Qualified</th>
            <th scope="col">Listeners</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {played.map((day) => (
            <tr key={day.day} data-day={day.day}>
              <th scope="row">{formatLongDay(day.day)}</th>
              <td>{formatCount(day.listens)}</td>
              <td>{formatCount(day.qualifiedListens)}</td>
              <td>{formatCount(day.listeners)}</td>
              <td>{formatListeningTime(day.msPlayed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
