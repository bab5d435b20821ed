import { useId } from 'react';
import { Link } from 'react-router';
import { userStatistics } from '../api/client';
import { useResource } from '../api/resource';
import type { UserStatistics } from '../api/shapes';
import { formatLongDay } from '../format/days';
import { formatListeningTime } from '../format/durations';
import { formatCount, formatShare } from '../format/numbers';
import { ArtistLink } from '../music/ArtistLink';
import { artistPath, artistTitle, trackPath, trackTitle } from '../music/names';
import { Sleeve } from '../music/Sleeve';
import { Figure, Figures } from '../shell/Figures';
import { Empty, Failure, SkeletonBlock } from '../shell/states';
import { HourClock } from './HourClock';

/** What one person has heard so far. */
export function ListenerStatistics({ token, userId }: { token: string; userId: string }) {
  const heading = useId();
  const { data, error, reload } = useResource(userId, (signal) => userStatistics(token, userId, signal));
  return (
    <section className="statistics" aria-labelledby={heading} data-testid="statistics">
      <h2 id={heading}>Your listening</h2>
      {error !== undefined && (
        <Failure error={error} what="Your statistics could not be read" onRetry={reload} />
      )}
      {error === undefined && data === undefined && (
        <SkeletonBlock label="Loading your statistics" height="chart" />
      )}
      {data?.listens === 0 && (
        <div className="panel">
          <Empty title="Nothing heard yet">
            <p>Connect a scrobbler or import your history, and your numbers appear here.</p>
          </Empty>
        </div>
      )}
      {data !== undefined && data.listens > 0 && <Numbers statistics={data} />}
    </section>
  );
}

function Numbers({ statistics }: { statistics: UserStatistics }) {
  return (
    <>
      <Figures label="Your totals">
        <Figure name="Time listened" testId="stat-time" value={statistics.msPlayed}>
          {formatListeningTime(statistics.msPlayed)}
        </Figure>
        <Figure
          name="Plays"
          testId="stat-listens"
          value={statistics.listens}
          note={`${formatShare(statistics.qualifiedListens, statistics.listens)} qualified`}
        >
          {formatCount(statistics.listens)}
        </Figure>
        <Figure name="Tracks" testId="stat-tracks" value={statistics.tracks}>
          {formatCount(statistics.tracks)}
        </Figure>
        <Figure name="Artists" testId="stat-artists" value={statistics.artists}>
          {formatCount(statistics.artists)}
        </Figure>
        <Figure name="Active days" testId="stat-days" value={statistics.activeDays}>
          {formatCount(statistics.activeDays)}
        </Figure>
        <Figure name="Longest streak" testId="stat-streak" value={statistics.longestStreakDays}>
          {statistics.longestStreakDays === 1 ? '1 day' : `${formatCount(statistics.longestStreakDays)} days`}
        </Figure>
      </Figures>
      {statistics.firstListenAt !== null && (
        <p className="fine">Since {formatLongDay(statistics.firstListenAt.slice(0, 10))}</p>
      )}
      <HourClock hours={statistics.hours} />
      <Leaders statistics={statistics} />
    </>
  );
}

function Leaders({ statistics }: { statistics: UserStatistics }) {
  return (
    <>
      <div className="panel">
        <h3>Your artists</h3>
        <ol className="rows compact" data-testid="stat-top-artists">
          {statistics.topArtists.map((artist) => (
            <li key={artist.artistId} className="row">
              <Sleeve id={artist.artistId} size="row" />
              <div className="row-names">
                <Link className="row-title" to={artistPath(artist.artistId)}>
                  {artistTitle(artist)}
                </Link>
                <span className="row-artist">{formatListeningTime(artist.msPlayed)}</span>
              </div>
              <span className="row-count">{formatCount(artist.listens)}</span>
            </li>
          ))}
        </ol>
      </div>
      <div className="panel">
        <h3>Your tracks</h3>
        <ol className="rows compact" data-testid="stat-top-tracks">
          {statistics.topTracks.map((track) => (
            <li key={track.trackId} className="row">
              <Sleeve id={track.artistId ?? track.trackId} size="row" />
              <div className="row-names">
                <Link className="row-title" to={trackPath(track.trackId)}>
                  {trackTitle(track)}
                </Link>
                <ArtistLink artist={track} />
              </div>
              <span className="row-count">{formatCount(track.listens)}</span>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
