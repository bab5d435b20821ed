import { useRef } from 'react';
import { Link } from 'react-router';
import type { Trending, TrendingItem } from '../api/shapes';
import { trackPath, trackTitle } from '../music/names';
import { Sleeve } from '../music/Sleeve';
import { ArtistLink } from '../music/ArtistLink';
import { useFlip } from './flip';
import { RankChange } from './RankChange';
import type { Change } from './ranking';
import { useChanges } from './useChanges';

/** The ranked tracks; rows glide to their new places as the ranking moves. */
export function TrendingList({ trending }: { trending: Trending }) {
  const list = useRef<HTMLOListElement>(null);
  const change = useChanges(trending);
  useFlip(list, trending.scope);
  const highest = Math.max(...trending.items.map((item) => item.score), Number.MIN_VALUE);
  return (
    <ol className="rows" ref={list} data-testid="trending-list" data-ranked-at={trending.rankedAt}>
      {trending.items.map((item) => (
        <Row key={item.trackId} item={item} highest={highest} change={change.get(item.trackId)} />
      ))}
    </ol>
  );
}

function Row({ item, highest, change }: { item: TrendingItem; highest: number; change: Change | undefined }) {
  const part = Math.max(0, item.score / highest);
  return (
    <li className="row" data-flip={item.trackId} data-testid="trending-row" data-track-id={item.trackId}>
      <span className="row-rank">{item.rank}</span>
      <RankChange change={change} />
      <Sleeve id={item.artistId ?? item.trackId} size="row" />
      <div className="row-names">
        <Link className="row-title" to={trackPath(item.trackId)}>
          {trackTitle(item)}
        </Link>
        <ArtistLink artist={item} />
      </div>
      <div className="row-score">
        <span className="row-value">
          <span className="sr-only">Score </span>
          {item.score < 100 ? item.score.toFixed(1) : Math.round(item.score)}
        </span>
        <span className="meter" aria-hidden="true">
          <span className="meter-fill" style={{ transform: `scaleX(${part})` }} />
        </span>
      </div>
      <Momentum velocity={item.velocity} score={item.score} />
    </li>
  );
}

/** Whether engagement is speeding up or cooling down, by more than a hundredth of its score a minute. */
function Momentum({ velocity, score }: { velocity: number; score: number }) {
  const threshold = score / 100;
  const kind = velocity > threshold ? 'rising' : velocity < -threshold ? 'cooling' : 'steady';
  return (
    <span className={`momentum momentum-${kind}`}>
      <span aria-hidden="true">{kind === 'rising' ? '↗' : kind === 'cooling' ? '↘' : '→'}</span>
      <span className="sr-only">{kind}</span>
    </span>
  );
}
