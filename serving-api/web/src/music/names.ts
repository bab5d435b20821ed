import type { NamedArtist, NamedTrack } from '../api/shapes';

/** A track's title, or its id while the catalogue does not know it. */
export function trackTitle(track: Pick<NamedTrack, 'trackId' | 'title'>): string {
  return track.title ?? `Track ${track.trackId}`;
}

export function artistTitle(artist: NamedArtist): string {
  return artist.artistName ?? `Artist ${artist.artistId}`;
}

export function trackPath(trackId: string): string {
  return `/tracks/${encodeURIComponent(trackId)}`;
}

export function artistPath(artistId: string): string {
  return `/artists/${encodeURIComponent(artistId)}`;
}
