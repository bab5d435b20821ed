import type { Connection } from './liveFeed';

const texts: Record<Connection, string> = {
  connecting: 'Connecting',
  live: 'Live',
  unavailable: 'Live numbers unavailable',
  reconnecting: 'Reconnecting',
};

/** Whether the numbers are of this second; while they are not, how old they are. */
export function ConnectionBadge({ connection, at }: { connection: Connection; at: string | null }) {
  const stale = connection !== 'live' && at !== null;
  return (
    <p className={`badge badge-${connection}`} role="status" data-testid="connection" data-state={connection}>
      <span className="badge-dot" aria-hidden="true" />
      {texts[connection]}
      {stale && <span className="badge-since"> · as of {new Date(at).toLocaleTimeString('en-GB')}</span>}
    </p>
  );
}
