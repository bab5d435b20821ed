import type { Change } from './ranking';

/** How many places a track went up or down within the last minute. */
export function RankChange({ change }: { change: Change | undefined }) {
  if (change === undefined || change.kind === 'same') {
    return (
      <span className="change change-same">
        <span aria-hidden="true">·</span>
      </span>
    );
  }
  if (change.kind === 'new') {
    return (
      <span className="change change-new">
        <span aria-hidden="true">new</span>
        <span className="sr-only">new in the list</span>
      </span>
    );
  }
  const { kind, places } = change;
  return (
    <span className={`change change-${kind}`}>
      <svg viewBox="0 0 10 8" aria-hidden="true" focusable="false">
        <path d={kind === 'up' ? 'M5 0 10 8H0Z' : 'M5 8 0 0h10Z'} />
      </svg>
      <span aria-hidden="true">{places}</span>
      <span className="sr-only">
        {kind} {places}
      </span>
    </span>
  );
}
