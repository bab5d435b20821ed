import { useId, useRef } from 'react';
import { Link } from 'react-router';
import type { NamedTrack } from '../api/shapes';
import { formatCount } from '../format/numbers';
import { ArtistLink } from '../music/ArtistLink';
import { trackPath, trackTitle } from '../music/names';
import { Sleeve } from '../music/Sleeve';
import { SkeletonRows } from '../shell/states';
import { useFlip } from './flip';

/** The tracks that lead by one live count. */
export function TopNow({
  title,
  unit,
  tracks,
  waiting,
  empty,
  testId,
}: {
  title: string;
  unit: string;
  tracks: readonly (NamedTrack & { value: number })[];
  waiting: boolean;
  empty: string;
  testId: string;
}) {
  const heading = useId();
  const list = useRef<HTMLOListElement>(null);
  useFlip(list, title);
  return (
    <section className="panel" aria-labelledby={heading} data-testid={testId}>
      <div className="panel-head">
        <h2 id={heading}>{title}</h2>
      </div>
      {waiting && <SkeletonRows rows={5} label={`Loading: ${title}`} />}
      {!waiting && tracks.length === 0 && <p className="panel-empty">{empty}</p>}
      <ol className="rows compact" ref={list}>
        {tracks.map((track) => (
          <li key={track.trackId} className="row" data-flip={track.trackId} data-track-id={track.trackId}>
            <Sleeve id={track.artistId ?? track.trackId} size="row" />
            <div className="row-names">
              <Link className="row-title" to={trackPath(track.trackId)}>
                {trackTitle(track)}
              </Link>
              <ArtistLink artist={track} />
            </div>
            <span className="row-count">
              <span data-value={track.value}>{formatCount(track.value)}</span>
              <span className="sr-only"> {unit}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
