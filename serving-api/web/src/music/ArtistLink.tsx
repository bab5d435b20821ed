import { Link } from 'react-router';
import type { NamedTrack } from '../api/shapes';
import { artistPath, artistTitle } from './names';

/** A track's artist as a link, where it has one that is known. */
export function ArtistLink({ artist }: { artist: Pick<NamedTrack, 'artistId' | 'artistName'> }) {
  const { artistId, artistName } = artist;
  if (artistId === null) return <span className="row-artist">{artistName ?? 'Unknown artist'}</span>;
  return (
    <Link className="row-artist" to={artistPath(artistId)}>
      {artistTitle({ artistId, artistName })}
    </Link>
  );
}
