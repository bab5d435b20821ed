import { formatCount, formatRate, formatShare } from '../format/numbers';
import { AnimatedNumber } from '../shell/AnimatedNumber';
import { ConnectionBadge } from './ConnectionBadge';
import type { LiveState } from './liveFeed';
import { PulseStrip } from './PulseStrip';

/** The platform's pulse: how fast it plays, drawn second by second, and today's totals. */
export function LiveHero({ state }: { state: LiveState }) {
  const { snapshot, pulse, connection } = state;
  return (
    <section className="hero night" aria-label="The platform now">
      <div className="hero-head">
        <h2 className="hero-label">Plays per second</h2>
        <ConnectionBadge connection={connection} at={snapshot?.at ?? null} />
      </div>
      <p className="hero-rate">
        {snapshot === null ? (
          <Unknown />
        ) : (
          <AnimatedNumber value={snapshot.playsPerSecond} format={formatRate} testId="plays-per-second" />
        )}
      </p>
      <PulseStrip pulse={pulse} />
      <dl className="hero-figures">
        <div>
          <dt>Listening now</dt>
          <dd>
            {snapshot === null ? (
              <Unknown />
            ) : (
              <AnimatedNumber value={snapshot.listeners} format={formatCount} testId="listeners" />
            )}
          </dd>
        </div>
        <div>
          <dt>Plays today</dt>
          <dd>
            {snapshot === null ? (
              <Unknown />
            ) : (
              <AnimatedNumber value={snapshot.plays} format={formatCount} testId="plays-today" />
            )}
          </dd>
        </div>
        <div>
          <dt>
            Qualified <span className="hero-hint">30 s or more</span>
          </dt>
          <dd>
            {snapshot === null ? (
              <Unknown />
            ) : (
              <>
                <AnimatedNumber
                  value={snapshot.qualifiedPlays}
                  format={formatCount}
                  testId="qualified-today"
                />
                <small>{formatShare(snapshot.qualifiedPlays, snapshot.plays)}</small>
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Stands where a number will be. */
function Unknown() {
  return <span className="unknown">–</span>;
}
