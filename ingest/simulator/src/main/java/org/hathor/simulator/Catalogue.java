package org.hathor.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hathor.contracts.NameIdentity;

/**
 * Everything there is to hear: artists in order of fame, their albums and tracks.
 *
 * @param artists most famous first
 * @param tracks in the artists' order; a track's {@code index} is its place here
 */
record Catalogue(List<Artist> artists, List<Track> tracks) {
    /** Fame falls with rank as Zipf found for words; the exponents are those seen in streaming catalogues. */
    private static final double ARTIST_ZIPF = 0.8;

    private static final double TRACK_ZIPF = 0.9;

    /** Somebody who makes music. */
    static final class Artist {
        private final String artistId;
        private final String name;
        private final List<String> genres;
        private final Latent latent;
        private final List<Track> tracks = new ArrayList<>();

        private Artist(String artistId, String name, List<String> genres, Latent latent) {
            this.artistId = artistId;
            this.name = name;
            this.genres = genres;
            this.latent = latent;
        }

        String artistId() {
            return artistId;
        }

        String name() {
            return name;
        }

        List<String> genres() {
            return genres;
        }

        List<Track> tracks() {
            return tracks;
        }
    }

    /** A record of an artist. */
    record Album(String albumId, String title, Artist artist, int releaseYear) {}

    /**
     * A track.
     *
     * @param weight popularity in proportion to which it would be played if nobody had a taste
     */
    record Track(int index, String trackId, String title, Album album, long lengthMs, double weight, Latent latent) {
        Artist artist() {
            return album.artist();
        }
    }

    static Catalogue of(SimulationConfig config) {
        Map<Genre, Latent> centres = centres(config.seed());
        Names artistNames = new Names(Randomness.of(config.seed(), 'N'));
        int[] trackCounts = trackCounts(config);
        List<Artist> artists = new ArrayList<>();
        List<Track> tracks = new ArrayList<>();
        for (int rank = 0; rank < config.artists(); rank++) {
            Randomness random = Randomness.of(config.seed(), 'A', rank);
            Artist artist = artist(artistNames.artist(), centres, random);
            artists.add(artist);
            addTracks(artist, StrictMath.pow(rank + 1.0, -ARTIST_ZIPF), trackCounts[rank], tracks, random);
        }
        return new Catalogue(List.copyOf(artists), List.copyOf(tracks));
    }

    /** Where each genre lies in the space of tastes. */
    static Map<Genre, Latent> centres(long seed) {
        Map<Genre, Latent> centres = new HashMap<>();
        for (Genre genre : Genre.values()) {
            centres.put(
                    genre, Latent.random(Randomness.of(seed, 'G', genre.text().hashCode())));
        }
        return centres;
    }

    private static int[] trackCounts(SimulationConfig config) {
        int[] counts = new int[config.artists()];
        double[] weights = new double[config.artists()];
        double total = 0;
        for (int rank = 0; rank < weights.length; rank++) {
            weights[rank] = StrictMath.pow(rank + 1.0, -0.35);
            total += weights[rank];
        }
        int spare = config.tracks() - config.artists();
        int given = 0;
        for (int rank = 0; rank < counts.length; rank++) {
            int extra = (int) (spare * weights[rank] / total);
            counts[rank] = 1 + extra;
            given += extra;
        }
        for (int rank = 0; given < spare; rank = (rank + 1) % counts.length, given++) {
            counts[rank]++;
        }
        return counts;
    }

    private static Artist artist(String name, Map<Genre, Latent> centres, Randomness random) {
        Genre main = Genre.draw(random);
        Genre second = Genre.draw(random);
        List<String> genres =
                second == main || random.chance(0.5) ? List.of(main.text()) : List.of(main.text(), second.text());
        Latent latent = centres.get(main).near(0.6, random);
        return new Artist(NameIdentity.artist(name).value(), name, genres, latent);
    }

    private static void addTracks(Artist artist, double fame, int count, List<Track> tracks, Randomness random) {
        Names titles = new Names(random);
        Names albumTitles = new Names(random);
        int[] ranks = permutation(count, random);
        Album album = null;
        int leftOnAlbum = 0;
        for (int i = 0; i < count; i++) {
            if (leftOnAlbum == 0) {
                String title = albumTitles.title();
                album = new Album(
                        NameIdentity.album(artist.name(), title).value(), title, artist, 1972 + random.below(54));
                leftOnAlbum = random.chance(0.2) ? 1 + random.below(2) : 8 + random.below(6);
            }
            leftOnAlbum--;
            String title = titles.title();
            long lengthMs = Math.min(420_000, Math.max(90_000, (long) random.logNormal(208_000, 0.22)));
            Track track = new Track(
                    tracks.size(),
                    NameIdentity.track(artist.name(), title).value(),
                    title,
                    album,
                    lengthMs,
                    fame * StrictMath.pow(ranks[i] + 1.0, -TRACK_ZIPF),
                    artist.latent.near(0.35, random));
            tracks.add(track);
            artist.tracks.add(track);
        }
    }

    private static int[] permutation(int count, Randomness random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
