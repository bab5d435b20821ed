import { ApiError, refusal, unreachable } from './errors';
import type {
  ArtistAnalytics,
  LiveTrack,
  Overview,
  RecommendationPage,
  Track,
  TrackAnalytics,
  Trending,
  UserStatistics,
} from './shapes';

/** The days asked for, `to` exclusive; an absent side is open. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

interface Asked {
  query?: Record<string, string | number | undefined>;
  token?: string;
  signal?: AbortSignal | undefined;
}

/** A path with its query; parameters without a value are left out. */
export function address(path: string, query: Record<string, string | number | undefined> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function get<T>(path: string, { query, token, signal }: Asked = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (token !== undefined) headers.Authorization = `Bearer ${token}`;
  let response: Response;
  try {
    response = await fetch(address(path, query), { headers, signal: signal ?? null, credentials: 'omit' });
  } catch (thrown) {
    if (signal?.aborted === true) throw thrown;
    throw unreachable();
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(response.status, body, response.headers.get('Retry-After'));
  if (body === undefined) {
    throw new ApiError({
      status: response.status,
      code: 'NOT_JSON',
      message: 'The answer could not be read.',
    });
  }
  return body as T;
}

function id(text: string): string {
  return encodeURIComponent(text);
}

export function liveTrack(trackId: string, signal?: AbortSignal): Promise<LiveTrack> {
  return get(`/api/live/tracks/${id(trackId)}`, { signal });
}

export function trending(
  country: string | undefined,
  limit: number,
  signal?: AbortSignal,
): Promise<Trending> {
  return get('/api/recommendations/trending', { query: { country, limit }, signal });
}

export function overview(period: Period, signal?: AbortSignal): Promise<Overview> {
  return get('/api/analytics/overview', { query: { ...period }, signal });
}

export function track(trackId: string, signal?: AbortSignal): Promise<Track> {
  return get(`/api/tracks/${id(trackId)}`, { signal });
}

export function trackAnalytics(
  trackId: string,
  period: Period,
  signal?: AbortSignal,
): Promise<TrackAnalytics> {
  return get(`/api/analytics/tracks/${id(trackId)}`, { query: { ...period }, signal });
}

export function artistAnalytics(
  artistId: string,
  period: Period,
  signal?: AbortSignal,
): Promise<ArtistAnalytics> {
  return get(`/api/analytics/artists/${id(artistId)}`, { query: { ...period }, signal });
}

export function forYou(
  token: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<RecommendationPage> {
  return get('/api/recommendations/for-you', {
    token,
    query: { limit: 20, cursor: cursor ?? undefined },
    signal,
  });
}

export function userStatistics(token: string, userId: string, signal?: AbortSignal): Promise<UserStatistics> {
  return get(`/api/users/${id(userId)}/statistics`, { token, query: { limit: 5 }, signal });
}

/** Whose token this is, by the door scrobblers use to check one; null for a token nobody has. */
export async function ownerOf(token: string, signal?: AbortSignal): Promise<TokenOwner | null> {
  const answer = await get<{ valid: boolean; user_name?: string }>('/1/validate-token', { token, signal });
  if (!answer.valid || answer.user_name === undefined) return null;
  // A user's id is the name in lower case.
  return { name: answer.user_name, userId: answer.user_name.toLowerCase() };
}

export interface TokenOwner {
  name: string;
  userId: string;
}
