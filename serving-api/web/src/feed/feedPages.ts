import type { ApiError } from '../api/errors';
import type { Recommendation, RecommendationPage } from '../api/shapes';

/** A feed as far as it has been read. */
export interface FeedPages {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly items: readonly Recommendation[];
  /** Where the next page begins; null before the first page and after the last. */
  readonly cursor: string | null;
  readonly ended: boolean;
  readonly error: ApiError | null;
  readonly model: RecommendationPage['model'];
}

export type FeedEvent =
  | { readonly kind: 'asked' }
  | { readonly kind: 'came'; readonly cursor: string | null; readonly page: RecommendationPage }
  | { readonly kind: 'refused'; readonly cursor: string | null; readonly error: ApiError }
  | { readonly kind: 'restarted' };

export const unread: FeedPages = {
  status: 'loading',
  items: [],
  cursor: null,
  ended: false,
  error: null,
  model: null,
};

/**
 * What a feed is after an event. An answer counts only when it was asked with the cursor the feed now stands at, so a
 * page that comes twice is taken once; a track already shown is not shown again.
 */
export function readFeed(feed: FeedPages, event: FeedEvent): FeedPages {
  switch (event.kind) {
    case 'asked':
      return { ...feed, status: 'loading', error: null };
    case 'restarted':
      return unread;
    case 'refused':
      return event.cursor === feed.cursor ? { ...feed, status: 'failed', error: event.error } : feed;
    case 'came': {
      if (event.cursor !== feed.cursor || feed.ended) return feed;
      const { items, nextCursor, model } = event.page;
      return {
        status: 'ready',
        items: [...feed.items, ...unseen(feed.items, items)],
        cursor: nextCursor,
        ended: nextCursor === null,
        error: null,
        model: model ?? feed.model,
      };
    }
  }
}

function unseen(shown: readonly Recommendation[], more: readonly Recommendation[]): Recommendation[] {
  const seen = new Set(shown.map((item) => item.trackId));
  return more.filter((item) => {
    if (seen.has(item.trackId)) return false;
    seen.add(item.trackId);
    return true;
  });
}
