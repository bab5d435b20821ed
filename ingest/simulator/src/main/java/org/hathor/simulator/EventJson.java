package org.hathor.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.simulator.SimulatedEvent.AlbumDescribed;
import org.hathor.simulator.SimulatedEvent.ArtistDescribed;
import org.hathor.simulator.SimulatedEvent.Listened;
import org.hathor.simulator.SimulatedEvent.Reacted;
import org.hathor.simulator.SimulatedEvent.Started;
import org.hathor.simulator.SimulatedEvent.TrackDescribed;

/** An event as the platform's HTTP door reads it: one JSON object, its fields always in the same order. */
final class EventJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EventJson() {}

    /** One event. */
    static byte[] object(SimulatedEvent event) {
        return bytes(json -> write(json, event));
    }

    /** Several events as a JSON array. */
    static byte[] array(List<SimulatedEvent> events) {
        return bytes(json -> {
            json.writeStartArray();
            for (SimulatedEvent event : events) {
                write(json, event);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, SimulatedEvent event) throws IOException {
        json.writeStartObject();
        // Not a switch over patterns: those are younger than Java 17.
        if (event instanceof Listened listened) {
            listen(json, listened);
        } else if (event instanceof Started started) {
            nowPlaying(json, started);
        } else if (event instanceof Reacted reacted) {
            reaction(json, reacted);
        } else if (event instanceof TrackDescribed described) {
            track(json, described);
        } else if (event instanceof AlbumDescribed described) {
            album(json, described);
        } else if (event instanceof ArtistDescribed described) {
            artist(json, described);
        }
        json.writeEndObject();
    }

    private static void listen(JsonGenerator json, Listened event) throws IOException {
        json.writeStringField("type", "listen");
        json.writeStringField("listenId", event.listenId());
        json.writeStringField("userId", event.listener().userId());
        json.writeStringField("trackId", event.track().trackId());
        json.writeStringField("artistId", event.track().artist().artistId());
        json.writeNumberField("startedAt", event.startedMs());
        json.writeNumberField("msPlayed", event.msPlayed());
        json.writeNumberField("trackLengthMs", event.track().lengthMs());
        json.writeStringField("source", event.source());
        if (event.sourceId() != null) {
            json.writeStringField("sourceId", event.sourceId());
        }
        json.writeStringField("device", event.listener().device());
        json.writeStringField("client", event.listener().client());
        json.writeStringField("country", event.country().name());
        json.writeStringField("subscriptionTier", event.listener().tier().name());
        json.writeStringField("endReason", event.endReason().name());
        json.writeBooleanField("offline", event.offline());
    }

    private static void nowPlaying(JsonGenerator json, Started event) throws IOException {
        json.writeStringField("type", "nowPlaying");
        json.writeStringField("userId", event.listener().userId());
        json.writeStringField("trackId", event.track().trackId());
        json.writeStringField("artistId", event.track().artist().artistId());
        json.writeNumberField("startedAt", event.sentMs());
        json.writeNumberField("trackLengthMs", event.track().lengthMs());
        json.writeStringField("client", event.listener().client());
        json.writeStringField("country", event.country().name());
    }

    private static void reaction(JsonGenerator json, Reacted event) throws IOException {
        json.writeStringField("type", "reaction");
        json.writeStringField("reactionId", event.reactionId());
        json.writeStringField("userId", event.listener().userId());
        json.writeStringField("kind", event.kind().name());
        json.writeStringField("targetType", event.targetType().name());
        json.writeStringField("targetId", event.targetId());
        if (event.targetType() == TargetType.TRACK) {
            json.writeStringField("artistId", event.track().artist().artistId());
        }
        json.writeNumberField("occurredAt", event.occurredMs());
        json.writeStringField("client", event.listener().client());
        json.writeStringField("country", event.country().name());
    }

    private static void track(JsonGenerator json, TrackDescribed event) throws IOException {
        Catalogue.Track track = event.track();
        json.writeStringField("type", "track");
        json.writeStringField("entryId", track.trackId());
        json.writeStringField("name", track.title());
        json.writeStringField("artistId", track.artist().artistId());
        json.writeStringField("artistName", track.artist().name());
        json.writeStringField("albumId", track.album().albumId());
        json.writeStringField("albumName", track.album().title());
        json.writeNumberField("lengthMs", track.lengthMs());
        genres(json, track.artist());
        json.writeNumberField("releaseYear", track.album().releaseYear());
    }

    private static void album(JsonGenerator json, AlbumDescribed event) throws IOException {
        Catalogue.Album album = event.album();
        json.writeStringField("type", "album");
        json.writeStringField("entryId", album.albumId());
        json.writeStringField("name", album.title());
        json.writeStringField("artistId", album.artist().artistId());
        json.writeStringField("artistName", album.artist().name());
        genres(json, album.artist());
        json.writeNumberField("releaseYear", album.releaseYear());
    }

    private static void artist(JsonGenerator json, ArtistDescribed event) throws IOException {
        json.writeStringField("type", "artist");
        json.writeStringField("entryId", event.artist().artistId());
        json.writeStringField("name", event.artist().name());
        genres(json, event.artist());
    }

    private static void genres(JsonGenerator json, Catalogue.Artist artist) throws IOException {
        json.writeArrayFieldStart("genres");
        for (String genre : artist.genres()) {
            json.writeString(genre);
        }
        json.writeEndArray();
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What is put into the bytes. */
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
