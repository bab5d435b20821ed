/** The JSON of the platform's read endpoints, field for field. Instants are ISO-8601 text, days UTC dates. */

export interface NamedTrack {
  trackId: string;
  title: string | null;
  artistId: string | null;
  artistName: string | null;
}

export interface NamedArtist {
  artistId: string;
  artistName: string | null;
}

/** What is counted wherever listens are counted. */
export interface Measures {
  listens: number;
  qualifiedListens: number;
  validListens: number;
  listeners: number;
  msPlayed: number;
}

export interface DayMeasures extends Measures {
  day: string;
}

/** The asked period, null on an open side, and its days without gaps. */
export interface Dated {
  from: string | null;
  to: string | null;
  days: DayMeasures[];
}

export interface Overview extends Measures, Dated {
  tracks: number;
  artists: number;
}

export interface TrackAnalytics extends NamedTrack, Measures, Dated {}

export interface ArtistAnalytics extends NamedArtist, Measures, Dated {
  tracks: number;
  topTracks: (NamedTrack & Measures)[];
}

export interface Track extends NamedTrack {
  albumId: string | null;
  albumName: string | null;
  lengthMs: number | null;
  genres: string[];
  releaseYear: number | null;
  statistics: Measures & { firstListenAt: string | null; lastListenAt: string | null };
}

export interface UserStatistics {
  userId: string;
  listens: number;
  qualifiedListens: number;
  validListens: number;
  msPlayed: number;
  tracks: number;
  artists: number;
  firstListenAt: string | null;
  lastListenAt: string | null;
  activeDays: number;
  longestStreakDays: number;
  topTracks: (NamedTrack & Heard)[];
  topArtists: (NamedArtist & Heard)[];
  hours: { hour: number; listens: number; msPlayed: number }[];
}

export interface Heard {
  listens: number;
  qualifiedListens: number;
  msPlayed: number;
}

export interface LiveSnapshot {
  at: string;
  day: string;
  playsPerSecond: number;
  plays: number;
  qualifiedPlays: number;
  listeners: number;
  topByPlays: (NamedTrack & { plays: number })[];
  topByListeners: (NamedTrack & { listeners: number })[];
  countries: string[];
}

export interface LiveTrack extends NamedTrack {
  at: string;
  day: string;
  plays: number;
  qualifiedPlays: number;
  listeners: number;
}

export interface TrendingItem extends NamedTrack {
  rank: number;
  score: number;
  velocity: number;
}

export interface Trending {
  scope: string;
  rankedAt: string | null;
  halfLifeMs: number | null;
  items: TrendingItem[];
}

export type ReasonKind = 'BECAUSE_YOU_PLAYED' | 'FOR_YOUR_TASTE' | 'POPULAR' | 'TRENDING';

export interface Recommendation extends NamedTrack {
  albumName: string | null;
  lengthMs: number | null;
  score: number;
  reason: { kind: ReasonKind; text: string; trackId: string | null };
}

export interface RecommendationPage {
  items: Recommendation[];
  nextCursor: string | null;
  model: { name: string; version: string } | null;
}
