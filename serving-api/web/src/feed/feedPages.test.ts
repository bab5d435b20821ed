import { describe, expect, test } from 'vitest';
import { ApiError } from '../api/errors';
import { aPage } from '../testing';
import { readFeed, unread, type FeedEvent, type FeedPages } from './feedPages';

function after(...events: FeedEvent[]): FeedPages {
  return events.reduce(readFeed, unread);
}

function ids(feed: FeedPages): string[] {
  return feed.items.map((item) => item.trackId);
}

const asked: FeedEvent = { kind: 'asked' };
const first: FeedEvent = { kind: 'came', cursor: null, page: aPage(['a', 'b'], 'one') };
const second: FeedEvent = { kind: 'came', cursor: 'one', page: aPage(['c', 'd'], null) };
const gone = new ApiError({ status: 410, code: 'CURSOR_EXPIRED', message: 'Too old' });

describe('a feed read page by page', () => {
  test('grows until it ends', () => {
    expect(after(asked, first)).toMatchObject({ status: 'ready', cursor: 'one', ended: false });
    expect(ids(after(asked, first, asked, second))).toEqual(['a', 'b', 'c', 'd']);
    expect(after(asked, first, asked, second).ended).toBe(true);
  });

  test('takes a page once, however often it comes', () => {
    expect(ids(after(first, second, second, first))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('shows no track twice, neither across pages nor within one', () => {
    const overlapping: FeedEvent = { kind: 'came', cursor: 'one', page: aPage(['b', 'c', 'c'], 'two') };
    expect(ids(after(first, overlapping))).toEqual(['a', 'b', 'c']);
  });

  test('keeps what was read when the next page is refused, and can go on from there', () => {
    const refused = after(first, asked, { kind: 'refused', cursor: 'one', error: gone });
    expect(refused).toMatchObject({ status: 'failed', cursor: 'one', error: { code: 'CURSOR_EXPIRED' } });
    expect(ids(refused)).toEqual(['a', 'b']);
    expect(ids([asked, second].reduce(readFeed, refused))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a refusal of a page that has meanwhile come changes nothing', () => {
    const feed = after(first, second);
    expect(readFeed(feed, { kind: 'refused', cursor: 'one', error: gone })).toBe(feed);
  });

  test('begins anew when asked to', () => {
    expect(after(first, { kind: 'restarted' })).toEqual(unread);
  });

  test('an empty first page is an end, not a wait', () => {
    const empty: FeedEvent = { kind: 'came', cursor: null, page: aPage([], null) };
    expect(after(empty)).toMatchObject({ status: 'ready', ended: true, items: [] });
  });
});
