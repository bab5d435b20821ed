package org.hathor.simulator;

import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.EndReason;

/** Something a client reports: a description of the catalogue, that a track began, that it was heard, a reaction. */
sealed interface SimulatedEvent {
    /** When the client sends it, epoch milliseconds. */
    long sentMs();

    /** Who sends it; null for the catalogue. */
    Listener listener();

    /** The same event that much later, its id marked so that it is another event. */
    SimulatedEvent moved(long byMs, String mark);

    /** An artist of the catalogue. */
    record ArtistDescribed(long sentMs, Catalogue.Artist artist) implements SimulatedEvent {
        @Override
        public Listener listener() {
            return null;
        }

        @Override
        public SimulatedEvent moved(long byMs, String mark) {
            return new ArtistDescribed(sentMs + byMs, artist);
        }
    }

    /** An album of the catalogue. */
    record AlbumDescribed(long sentMs, Catalogue.Album album) implements SimulatedEvent {
        @Override
        public Listener listener() {
            return null;
        }

        @Override
        public SimulatedEvent moved(long byMs, String mark) {
            return new AlbumDescribed(sentMs + byMs, album);
        }
    }

    /** A track of the catalogue. */
    record TrackDescribed(long sentMs, Catalogue.Track track) implements SimulatedEvent {
        @Override
        public Listener listener() {
            return null;
        }

        @Override
        public SimulatedEvent moved(long byMs, String mark) {
            return new TrackDescribed(sentMs + byMs, track);
        }
    }

    /** A track began. */
    record Started(long sentMs, Listener listener, Country country, Catalogue.Track track) implements SimulatedEvent {
        @Override
        public SimulatedEvent moved(long byMs, String mark) {
            return new Started(sentMs + byMs, listener, country, track);
        }
    }

    /** A track was heard, in whole or in part. */
    record Listened(
            long sentMs,
            Listener listener,
            Country country,
            String listenId,
            Catalogue.Track track,
            long startedMs,
            long msPlayed,
            String source,
            String sourceId,
            EndReason endReason,
            boolean offline)
            implements SimulatedEvent {
        @Override
        public SimulatedEvent moved(long byMs, String mark) {
            return new Listened(
                    sentMs + byMs,
                    listener,
                    country,
                    listenId + mark,
                    track,
                    startedMs + byMs,
                    msPlayed,
                    source,
                    sourceId,
                    endReason,
                    offline);
        }
    }

    /** A reaction to a track or its artist. */
    record Reacted(
            long sentMs,
            Listener listener,
            Country country,
            String reactionId,
            ReactionKind kind,
            TargetType targetType,
            Catalogue.Track track,
            long occurredMs)
            implements SimulatedEvent {
        @Override
        public SimulatedEvent moved(long byMs, String mark) {
            return new Reacted(
                    sentMs + byMs, listener, country, reactionId + mark, kind, targetType, track, occurredMs + byMs);
        }

        String targetId() {
            return targetType == TargetType.ARTIST ? track.artist().artistId() : track.trackId();
        }
    }
}
