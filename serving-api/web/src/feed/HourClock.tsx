import type { UserStatistics } from '../api/shapes';
import { formatCount } from '../format/numbers';

const height = 72;

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** At which hours of the day somebody listens, in UTC as everything that is counted. */
export function HourClock({ hours }: { hours: UserStatistics['hours'] }) {
  const highest = Math.max(...hours.map((hour) => hour.listens), 1);
  const busiest = hours.reduce(
    (most, hour) => (hour.listens > most.listens ? hour : most),
    hours[0] ?? { hour: 0, listens: 0, msPlayed: 0 },
  );
  return (
    <figure className="panel hours" data-testid="stat-hours">
      <figcaption>
        <h3>Your day</h3>
        <span className="fine">Most at {clock(busiest.hour)} UTC</span>
      </figcaption>
      <svg
        viewBox={`0 0 240 ${height + 16}`}
        role="img"
        aria-label={`Plays by hour, UTC: ${hours.map((hour) => `${clock(hour.hour)} ${formatCount(hour.listens)}`).join(', ')}`}
      >
        {hours.map(({ hour, listens }) => {
          const tall = Math.max(2, (listens / highest) * height);
          return (
            <rect
              key={hour}
              className={hour === busiest.hour ? 'hour busiest' : 'hour'}
              x={hour * 10 + 1.5}
              y={height - tall}
              width="7"
              height={tall}
              rx="2"
            />
          );
        })}
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={hour * 10 + 1.5} y={height + 13}>
            {clock(hour)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
