import type { Overview } from '../api/shapes';
import { formatListeningTime } from '../format/durations';
import { formatCount, formatGrowth, formatShare } from '../format/numbers';
import { Figure, Figures } from '../shell/Figures';

/** Every total of the platform, with its growth where an earlier period is known. */
export function OverviewFigures({ now, before }: { now: Overview; before: Overview | null }) {
  return (
    <>
      <Figures label="Totals of the period">
        <Figure
          name="Listens"
          testId="overview-listens"
          value={now.listens}
          note={<Growth now={now} before={before} of="listens" />}
        >
          {formatCount(now.listens)}
        </Figure>
        <Figure
          name="Qualified"
          testId="overview-qualified"
          value={now.qualifiedListens}
          note={<Growth now={now} before={before} of="qualifiedListens" />}
        >
          {formatCount(now.qualifiedListens)}
        </Figure>
        <Figure
          name="Listeners"
          testId="overview-listeners"
          value={now.listeners}
          note={<Growth now={now} before={before} of="listeners" />}
        >
          {formatCount(now.listeners)}
        </Figure>
        <Figure
          name="Tracks"
          testId="overview-tracks"
          value={now.tracks}
          note={<Growth now={now} before={before} of="tracks" />}
        >
          {formatCount(now.tracks)}
        </Figure>
        <Figure
          name="Artists"
          testId="overview-artists"
          value={now.artists}
          note={<Growth now={now} before={before} of="artists" />}
        >
          {formatCount(now.artists)}
        </Figure>
        <Figure
          name="Time listened"
          testId="overview-time"
          value={now.msPlayed}
          note={<Growth now={now} before={before} of="msPlayed" />}
        >
          {formatListeningTime(now.msPlayed)}
        </Figure>
      </Figures>
      {before !== null && before.listens > 0 && (
        <p className="fine compared">
          Against the {before.days.length} days before, which had {formatCount(before.listens)} listens.
        </p>
      )}
      <Funnel now={now} />
    </>
  );
}

type Grown = 'listens' | 'qualifiedListens' | 'listeners' | 'tracks' | 'artists' | 'msPlayed';

function Growth({ now, before, of }: { now: Overview; before: Overview | null; of: Grown }) {
  const growth = before === null ? null : formatGrowth(now[of], before[of]);
  if (growth === null) return null;
  const kind = growth.startsWith('+') ? 'grown' : growth.startsWith('−') ? 'shrunk' : 'level';
  return <span className={kind}>{growth}</span>;
}

/** How many of the listens count: qualified are 30 seconds or the whole track, valid those no fraud verdict stands against. */
function Funnel({ now }: { now: Overview }) {
  if (now.listens === 0) return null;
  const steps = [
    { name: 'Listens', value: now.listens, hint: 'any play, however short' },
    { name: 'Qualified', value: now.qualifiedListens, hint: '30 seconds or the whole track' },
    { name: 'Valid', value: now.validListens, hint: 'qualified, and no fraud verdict against it' },
  ];
  return (
    <ul className="panel funnel" aria-label="How many listens count" data-testid="funnel">
      {steps.map(({ name, value, hint }) => (
        <li key={name} className={`funnel-${name.toLowerCase()}`}>
          <span className="funnel-name">
            {name} <span className="fine">{hint}</span>
          </span>
          <span className="funnel-value">
            {formatCount(value)} <span className="fine">{formatShare(value, now.listens)}</span>
          </span>
          <span className="meter" aria-hidden="true">
            <span className="meter-fill" style={{ transform: `scaleX(${value / now.listens})` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
