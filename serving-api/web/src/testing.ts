import type { DayMeasures, NamedTrack, Recommendation, RecommendationPage } from './api/shapes';

/** Rows for tests: only what a test says differs from one to the next. */
export function aTrack(trackId: string): NamedTrack {
  return {
    trackId,
    title: `Title ${trackId}`,
    artistId: `artist-of-${trackId}`,
    artistName: `Artist of ${trackId}`,
  };
}

export function aDay(day: string, listens: number, listeners = 1): DayMeasures {
  return {
    day,
    listens,
    qualifiedListens: listens,
    validListens: listens,
    listeners,
    msPlayed: listens * 1000,
  };
}

export function aPick(trackId: string): Recommendation {
  return {
    ...aTrack(trackId),
    albumName: null,
    lengthMs: null,
    score: 1,
    reason: { kind: 'POPULAR', text: 'Loved by many', trackId: null },
  };
}

export function aPage(trackIds: string[], nextCursor: string | null): RecommendationPage {
  return { items: trackIds.map(aPick), nextCursor, model: { name: 'als', version: '1' } };
}
