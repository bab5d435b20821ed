import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveFeed, retryDelayMs, silenceMs, type Source } from './liveFeed';

class FakeSource implements Source {
  readyState = 1;
  closed = false;
  private readonly handlers = new Map<string, (event: Event) => void>();

  addEventListener(type: string, handler: unknown): void {
    this.handlers.set(type, handler as (event: Event) => void);
  }

  close(): void {
    this.closed = true;
  }

  emit(type: string, data = ''): void {
    this.handlers.get(type)?.(new MessageEvent(type, { data }));
  }
}

function snapshot(second: number, plays: number): string {
  return JSON.stringify({
    at: new Date(Date.UTC(2026, 10, 20, 12, 0, second)).toISOString(),
    day: '2026-11-20',
    playsPerSecond: 2,
    plays,
    qualifiedPlays: 0,
    listeners: 0,
    topByPlays: [],
    topByListeners: [],
    countries: [],
  });
}

let sources: FakeSource[];
let feed: LiveFeed;
let leave: () => void;

function latest(): FakeSource {
  const source = sources.at(-1);
  if (source === undefined) throw new Error('Nothing was opened');
  return source;
}

beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  feed = new LiveFeed(() => {
    const source = new FakeSource();
    sources.push(source);
    return source;
  });
  leave = feed.subscribe(() => undefined);
});

afterEach(() => {
  leave();
  vi.useRealTimers();
});

describe('the live feed', () => {
  test('is live with the first event', () => {
    expect(feed.current().connection).toBe('connecting');
    latest().emit('live', snapshot(1, 10));
    expect(feed.current().connection).toBe('live');
    expect(feed.current().snapshot?.plays).toBe(10);
  });

  test('opens again by itself, keeps what it knew, and waits longer each time in vain', () => {
    latest().emit('live', snapshot(1, 10));
    latest().emit('error');
    expect(feed.current()).toMatchObject({ connection: 'reconnecting', snapshot: { plays: 10 } });
    vi.advanceTimersByTime(retryDelayMs(0));
    expect(sources).toHaveLength(2);
    latest().emit('error');
    vi.advanceTimersByTime(retryDelayMs(0));
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(retryDelayMs(1) - retryDelayMs(0));
    expect(sources).toHaveLength(3);
    latest().emit('live', snapshot(9, 30));
    expect(feed.current()).toMatchObject({ connection: 'live', snapshot: { plays: 30 } });
  });

  test('takes a silent connection for a dead one', () => {
    latest().emit('live', snapshot(1, 10));
    vi.advanceTimersByTime(silenceMs);
    expect(feed.current().connection).toBe('reconnecting');
    expect(latest().closed).toBe(true);
  });

  test('tells a server without its live store from a server that is gone', () => {
    latest().emit('live', snapshot(1, 10));
    latest().emit('unavailable', '{"error":{}}');
    expect(feed.current().connection).toBe('unavailable');
    latest().emit('live', snapshot(3, 12));
    expect(feed.current().connection).toBe('live');
    expect(sources).toHaveLength(1);
  });

  test('an event that cannot be read costs nothing but itself', () => {
    latest().emit('live', snapshot(1, 10));
    latest().emit('live', '{');
    expect(feed.current()).toMatchObject({ connection: 'live', snapshot: { plays: 10 } });
  });

  test('holds one connection for many listeners, and none for nobody', () => {
    const leaveToo = feed.subscribe(() => undefined);
    expect(sources).toHaveLength(1);
    leaveToo();
    expect(latest().closed).toBe(false);
    leave();
    expect(latest().closed).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
  });

  test('does not wait when the network is known to be back', () => {
    latest().emit('error');
    feed.retryNow();
    expect(sources).toHaveLength(2);
  });
});

test('waiting doubles up to fifteen seconds', () => {
  expect([0, 1, 2, 3, 4, 40].map(retryDelayMs)).toEqual([1000, 2000, 4000, 8000, 15000, 15000]);
});
