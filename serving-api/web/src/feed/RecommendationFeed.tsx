import { useEffect, useId, useRef } from 'react';
import { Link } from 'react-router';
import type { Recommendation, ReasonKind } from '../api/shapes';
import { formatTrackLength } from '../format/durations';
import { ArtistLink } from '../music/ArtistLink';
import { trackPath, trackTitle } from '../music/names';
import { Sleeve } from '../music/Sleeve';
import { Empty, Failure, SkeletonRows } from '../shell/states';
import { useFeed } from './useFeed';

/** The picks, each with its reason, as many pages as the reader asks for. */
export function RecommendationFeed({ token }: { token: string }) {
  const heading = useId();
  const list = useRef<HTMLOListElement>(null);
  const continueAt = useRef<number | null>(null);
  const { feed, more, restart } = useFeed(token);
  const { items, status, ended, error } = feed;
  const expired = error?.code === 'CURSOR_EXPIRED' || error?.code === 'INVALID_CURSOR';

  // Whoever asked for more by keyboard goes on reading at the first new pick.
  useEffect(() => {
    const place = continueAt.current;
    if (place === null || items.length <= place) return;
    continueAt.current = null;
    list.current?.querySelectorAll<HTMLAnchorElement>('.row-title')[place]?.focus();
  }, [items.length]);

  return (
    <section className="panel" aria-labelledby={heading} data-testid="feed" data-status={status}>
      <div className="panel-head">
        <h2 id={heading}>Picked for you</h2>
        {feed.model !== null && (
          <p className="panel-note" data-testid="feed-model">
            Model {feed.model.name}, {feed.model.version}
          </p>
        )}
      </div>
      <ol className="rows feed-rows" ref={list} data-testid="feed-list">
        {items.map((item) => (
          <Pick key={item.trackId} item={item} />
        ))}
      </ol>
      {status === 'loading' && <SkeletonRows rows={items.length === 0 ? 8 : 3} label="Loading picks" />}
      {status === 'failed' && error !== null && (
        <Failure
          error={error}
          what={expired ? 'This feed is too old to go on' : 'Your feed could not be read'}
          onRetry={expired ? restart : more}
        />
      )}
      {status === 'ready' && items.length === 0 && (
        <Empty title="No picks yet">
          <p>They appear once the platform has heard some listens and trained on them.</p>
        </Empty>
      )}
      {status === 'ready' && !ended && (
        <button
          type="button"
          className="button quiet wide"
          onClick={() => {
            continueAt.current = items.length;
            more();
          }}
          data-testid="feed-more"
        >
          More
        </button>
      )}
      {status === 'ready' && ended && items.length > 0 && (
        <p className="panel-end" data-testid="feed-end">
          That is everything for now.
        </p>
      )}
    </section>
  );
}

const reasonIcons: Record<ReasonKind, string> = {
  BECAUSE_YOU_PLAYED: 'M4 12a8 8 0 1 0 2.6-5.9M4 4v4h4M12 8v4l3 2',
  FOR_YOUR_TASTE: 'M12 19.5S5 15.5 5 10.2A3.8 3.8 0 0 1 12 8a3.8 3.8 0 0 1 7 2.2c0 5.3-7 9.3-7 9.3Z',
  POPULAR: 'M5 19v-6M12 19V5M19 19v-9',
  TRENDING: 'M4 17l6-6 4 4 6-8M15 7h5v5',
};

function Pick({ item }: { item: Recommendation }) {
  const { reason } = item;
  return (
    <li className="row pick" data-testid="feed-row" data-track-id={item.trackId}>
      <Sleeve id={item.artistId ?? item.trackId} size="row" />
      <div className="row-names">
        <Link className="row-title" to={trackPath(item.trackId)}>
          {trackTitle(item)}
        </Link>
        <ArtistLink artist={item} />
      </div>
      <p className={`reason reason-${reason.kind}`} data-testid="feed-reason" data-kind={reason.kind}>
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path className="stroke" d={reasonIcons[reason.kind]} />
        </svg>
        {reason.trackId === null ? reason.text : <Link to={trackPath(reason.trackId)}>{reason.text}</Link>}
      </p>
      <span className="row-length">
        {item.lengthMs !== null && (
          <>
            <span className="sr-only">Length </span>
            {formatTrackLength(item.lengthMs)}
          </>
        )}
      </span>
    </li>
  );
}
