import { useParams } from 'react-router';
import { liveTrack, track, trackAnalytics } from '../api/client';
import { usePolled, useResource } from '../api/resource';
import type { Track } from '../api/shapes';
import { usePeriod } from '../charts/usePeriod';
import { formatLongDay } from '../format/days';
import { formatTrackLength } from '../format/durations';
import { formatCount } from '../format/numbers';
import { AnimatedNumber } from '../shell/AnimatedNumber';
import { PageHeading } from '../shell/PageHeading';
import { Failure } from '../shell/states';
import { useTitle } from '../shell/useTitle';
import { ArtistLink } from './ArtistLink';
import { MeasureFigures } from './MeasureFigures';
import { trackTitle } from './names';
import { PeriodSection } from './PeriodSection';
import { Sleeve } from './Sleeve';

/** One track: what it is, how it does now, how it did over time. */
export function TrackPage() {
  const { trackId = '' } = useParams();
  return <TrackView key={trackId} trackId={trackId} />;
}

function TrackView({ trackId }: { trackId: string }) {
  const { choice, period, key, choose } = usePeriod();
  const about = useResource(trackId, (signal) => track(trackId, signal));
  const analytics = useResource(key, (signal) => trackAnalytics(trackId, period, signal), {
    keepOlder: true,
  });
  useTitle(about.data === undefined ? 'Track' : trackTitle(about.data));

  if (about.error !== undefined) {
    return (
      <div className="page lone">
        <PageHeading>Track</PageHeading>
        <Failure
          error={about.error}
          what={about.error.status === 404 ? 'Nobody knows this track yet' : 'The track could not be read'}
          onRetry={about.reload}
        />
      </div>
    );
  }
  return (
    <div className="page" data-testid="track-page">
      <TrackHead trackId={trackId} track={about.data} />
      <PeriodSection
        title="Over time"
        chartTitle="Plays by day"
        choice={choice}
        onChoose={choose}
        analytics={analytics}
        figures={(data) => <MeasureFigures measures={data} label="Totals of the period" />}
      />
    </div>
  );
}

function TrackHead({ trackId, track: about }: { trackId: string; track: Track | undefined }) {
  return (
    <header className="music-head">
      <Sleeve id={about?.artistId ?? trackId} size="page" />
      <div className="music-names">
        <p className="kicker">Track</p>
        <PageHeading>{about === undefined ? 'Loading the track' : trackTitle(about)}</PageHeading>
        {about !== undefined && <TrackFacts track={about} />}
      </div>
      <LiveTrackFigures trackId={trackId} />
    </header>
  );
}

function TrackFacts({ track: about }: { track: Track }) {
  const { firstListenAt, listens } = about.statistics;
  const facts = [
    about.albumName,
    about.releaseYear === null ? null : String(about.releaseYear),
    about.lengthMs === null ? null : formatTrackLength(about.lengthMs),
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className="byline">
        <ArtistLink artist={about} />
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {about.genres.length > 0 && (
        <ul className="tags" aria-label="Genres">
          {about.genres.map((genre) => (
            <li key={genre}>{genre}</li>
          ))}
        </ul>
      )}
      {firstListenAt !== null && (
        <p className="fine">
          {formatCount(listens)} plays since {formatLongDay(firstListenAt.slice(0, 10))}
        </p>
      )}
    </>
  );
}

function LiveTrackFigures({ trackId }: { trackId: string }) {
  const { data, error } = usePolled(trackId, (signal) => liveTrack(trackId, signal), 2_000);
  const stale = error !== undefined;
  return (
    <section className="live-now night" aria-label="Right now" data-testid="track-live">
      <p className={stale ? 'badge badge-reconnecting' : 'badge badge-live'} role="status">
        <span className="badge-dot" aria-hidden="true" />
        {stale ? 'Live numbers unavailable' : 'Now'}
      </p>
      <dl>
        <div>
          <dt>Listening</dt>
          <dd>
            {data === undefined ? (
              '–'
            ) : (
              <AnimatedNumber value={data.listeners} format={formatCount} testId="track-listeners" />
            )}
          </dd>
        </div>
        <div>
          <dt>Plays today</dt>
          <dd>
            {data === undefined ? (
              '–'
            ) : (
              <AnimatedNumber value={data.plays} format={formatCount} testId="track-plays-today" />
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}
