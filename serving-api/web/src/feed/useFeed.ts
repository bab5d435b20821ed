import { useCallback, useEffect, useReducer, useRef } from 'react';
import { forYou } from '../api/client';
import { asApiError } from '../api/errors';
import { readFeed, unread, type FeedPages } from './feedPages';

/** A person's feed, page by page. A cursor the server no longer knows begins the feed anew. */
export function useFeed(token: string): { feed: FeedPages; more: () => void; restart: () => void } {
  const [feed, dispatch] = useReducer(readFeed, unread);
  const control = useRef<AbortController | null>(null);

  const ask = useCallback(
    (cursor: string | null) => {
      control.current?.abort();
      const mine = new AbortController();
      control.current = mine;
      dispatch({ kind: 'asked' });
      forYou(token, cursor, mine.signal).then(
        (page) => {
          if (!mine.signal.aborted) dispatch({ kind: 'came', cursor, page });
        },
        (thrown: unknown) => {
          if (!mine.signal.aborted) dispatch({ kind: 'refused', cursor, error: asApiError(thrown) });
        },
      );
    },
    [token],
  );

  useEffect(() => {
    ask(null);
    return () => {
      control.current?.abort();
    };
  }, [ask]);

  const restart = useCallback(() => {
    dispatch({ kind: 'restarted' });
    ask(null);
  }, [ask]);
  const { cursor } = feed;
  const more = useCallback(() => {
    ask(cursor);
  }, [ask, cursor]);
  return { feed, more, restart };
}
