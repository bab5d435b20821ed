import { useId } from 'react';
import { Link, useParams } from 'react-router';
import { artistAnalytics } from '../api/client';
import { useResource } from '../api/resource';
import type { ArtistAnalytics } from '../api/shapes';
import { usePeriod } from '../charts/usePeriod';
import { formatCount } from '../format/numbers';
import { PageHeading } from '../shell/PageHeading';
import { Failure } from '../shell/states';
import { useTitle } from '../shell/useTitle';
import { MeasureFigures } from './MeasureFigures';
import { artistTitle, trackPath, trackTitle } from './names';
import { PeriodSection } from './PeriodSection';
import { Sleeve } from './Sleeve';

/** One artist: how their music did over time, and which tracks carried it. */
export function ArtistPage() {
  const { artistId = '' } = useParams();
  return <ArtistView key={artistId} artistId={artistId} />;
}

function ArtistView({ artistId }: { artistId: string }) {
  const { choice, period, key, choose } = usePeriod();
  const analytics = useResource(key, (signal) => artistAnalytics(artistId, period, signal), {
    keepOlder: true,
  });
  const { data, error } = analytics;
  useTitle(data === undefined ? 'Artist' : artistTitle(data));

  if (error?.status === 404) {
    return (
      <div className="page lone">
        <PageHeading>Artist</PageHeading>
        <Failure error={error} what="Nobody knows this artist yet" onRetry={analytics.reload} />
      </div>
    );
  }
  return (
    <div className="page" data-testid="artist-page">
      <header className="music-head">
        <Sleeve id={artistId} size="page" />
        <div className="music-names">
          <p className="kicker">Artist</p>
          <PageHeading>
            {data !== undefined ? artistTitle(data) : error === undefined ? 'Loading the artist' : 'Artist'}
          </PageHeading>
          {data !== undefined && data.tracks > 0 && (
            <p className="byline">
              <span>
                {data.tracks === 1 ? '1 track' : `${formatCount(data.tracks)} tracks`} heard in this period
              </span>
            </p>
          )}
        </div>
      </header>
      <PeriodSection
        title="Over time"
        chartTitle="Plays by day"
        choice={choice}
        onChoose={choose}
        analytics={analytics}
        figures={(shown) => <MeasureFigures measures={shown} label="Totals of the period" />}
      >
        {(shown) => <TopTracks tracks={shown.topTracks} />}
      </PeriodSection>
    </div>
  );
}

function TopTracks({ tracks }: { tracks: ArtistAnalytics['topTracks'] }) {
  const heading = useId();
  if (tracks.length === 0) return null;
  const highest = Math.max(...tracks.map((track) => track.listens), 1);
  return (
    <section className="panel" aria-labelledby={heading} data-testid="top-tracks">
      <div className="panel-head">
        <h2 id={heading}>Top tracks</h2>
        <p className="panel-note">By plays in this period</p>
      </div>
      <ol className="rows long-meters">
        {tracks.map((track, index) => (
          <li key={track.trackId} className="row" data-track-id={track.trackId}>
            <span className="row-rank">{index + 1}</span>
            <Sleeve id={track.trackId} size="row" />
            <div className="row-names">
              <Link className="row-title" to={trackPath(track.trackId)}>
                {trackTitle(track)}
              </Link>
              <span className="row-artist">
                {track.listeners === 1 ? '1 listener' : `${formatCount(track.listeners)} listeners`}
              </span>
            </div>
            <div className="row-score">
              <span className="row-value">
                {formatCount(track.listens)}
                <span className="sr-only"> plays</span>
              </span>
              <span className="meter" aria-hidden="true">
                <span className="meter-fill" style={{ transform: `scaleX(${track.listens / highest})` }} />
              </span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
