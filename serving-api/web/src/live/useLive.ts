import { useEffect, useSyncExternalStore } from 'react';
import { LiveFeed, type LiveState } from './liveFeed';

/** One for the page's life: leaving the dashboard closes the connection, coming back finds the last minutes again. */
const feed = new LiveFeed(() => new EventSource('/api/live/stream'));

export function useLive(): LiveState {
  useEffect(() => {
    window.addEventListener('online', feed.retryNow);
    return () => {
      window.removeEventListener('online', feed.retryNow);
    };
  }, []);
  return useSyncExternalStore(feed.subscribe, feed.current);
}
