import type { LiveSnapshot } from '../api/shapes';
import { addRate, noPulse, type Pulse } from './pulse';
import { parseSnapshot } from './snapshot';

/**
 * How the stream stands: `connecting` before the first event, `live` while events come, `unavailable` when the server
 * answers but its live store does not, `reconnecting` when the server is not heard.
 */
export type Connection = 'connecting' | 'live' | 'unavailable' | 'reconnecting';

export interface LiveState {
  readonly connection: Connection;
  readonly snapshot: LiveSnapshot | null;
  readonly pulse: Pulse;
}

/** The part of the browser's EventSource that is used. */
export type Source = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

/** A stream that says nothing for this long is dead, whatever the socket believes: it speaks once a second. */
export const silenceMs = 6_000;
const firstRetryMs = 1_000;
const lastRetryMs = 15_000;

/** Milliseconds until the given attempt: doubling from a second to fifteen. */
export function retryDelayMs(attempt: number): number {
  return Math.min(firstRetryMs * 2 ** attempt, lastRetryMs);
}

/**
 * The platform's live numbers as a store for `useSyncExternalStore`. It holds one connection while anybody listens,
 * opens it again by itself after any failure, and keeps what it last heard.
 */
export class LiveFeed {
  private readonly open: () => Source;
  private readonly listeners = new Set<() => void>();
  private state: LiveState = { connection: 'connecting', snapshot: null, pulse: noPulse };
  private source: Source | null = null;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(open: () => Source) {
    this.open = open;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.state = { ...this.state, connection: 'connecting' };
      this.connect();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.disconnect();
    };
  };

  readonly current = (): LiveState => this.state;

  /** Tries at once instead of after the delay; for when the network is known to be back. */
  readonly retryNow = (): void => {
    if (this.listeners.size > 0 && this.state.connection === 'reconnecting') {
      this.failures = 0;
      this.connect();
    }
  };

  private connect(): void {
    this.disconnect();
    const source = this.open();
    this.source = source;
    source.addEventListener('live', (event) => {
      if (source === this.source) this.heard(event as MessageEvent<string>);
    });
    source.addEventListener('unavailable', () => {
      if (source !== this.source) return;
      this.watch();
      this.become({ connection: 'unavailable' });
    });
    source.addEventListener('error', () => {
      if (source === this.source) this.lost();
    });
    this.watch();
  }

  private disconnect(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  private heard(event: MessageEvent<string>): void {
    this.watch();
    const snapshot = parseSnapshot(event.data);
    if (snapshot === null) return;
    this.failures = 0;
    const pulse = addRate(this.state.pulse, Date.parse(snapshot.at), snapshot.playsPerSecond);
    this.become({ connection: 'live', snapshot, pulse });
  }

  private lost(): void {
    this.disconnect();
    this.become({ connection: 'reconnecting' });
    this.timer = setTimeout(() => {
      this.connect();
    }, retryDelayMs(this.failures));
    this.failures += 1;
  }

  private watch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.lost();
    }, silenceMs);
  }

  private become(change: Partial<LiveState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}
