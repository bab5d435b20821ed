package org.hathor.gateway;

import java.time.Instant;
import java.util.List;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;

/**
 * Which track an event is about: by id, or by names, from which the ids follow and which are worth telling the
 * catalogue.
 *
 * @param trackId the track
 * @param artistId its main artist; null where unknown
 * @param artistName null where the track was referred to by id
 * @param trackName null where the track was referred to by id
 * @param albumName null where unknown
 */
record TrackReference(String trackId, String artistId, String artistName, String trackName, String albumName) {
    /** @throws Refused when there is neither an id nor both names, or both */
    static TrackReference of(EventFields fields) {
        boolean named = fields.has(Field.ARTIST_NAME) || fields.has(Field.TRACK_NAME);
        if (!named) {
            return new TrackReference(
                    fields.requiredText(Field.TRACK_ID), fields.text(Field.ARTIST_ID), null, null, null);
        }
        if (fields.has(Field.TRACK_ID) || fields.has(Field.ARTIST_ID)) {
            throw new Refused(
                    RejectionCode.AMBIGUOUS_TRACK,
                    fields.has(Field.TRACK_ID) ? Field.TRACK_ID.json : Field.ARTIST_ID.json,
                    "send either the ids or artistName and trackName, not both");
        }
        return named(fields.requiredText(Field.ARTIST_NAME), fields.requiredText(Field.TRACK_NAME), null);
    }

    /** @throws Refused when a name is empty, endless or holds control characters */
    static TrackReference named(String artistName, String trackName, String albumName) {
        EventChecks.name(artistName, Field.ARTIST_NAME.json);
        EventChecks.name(trackName, Field.TRACK_NAME.json);
        if (albumName != null) {
            EventChecks.name(albumName, Field.ALBUM_NAME.json);
        }
        return new TrackReference(
                NameIdentity.track(artistName, trackName).value(),
                NameIdentity.artist(artistName).value(),
                artistName,
                trackName,
                albumName);
    }

    /** Tells the catalogue what the names say; nothing where there are none. */
    void describe(Intake intake, Long lengthMs, Instant at) {
        if (trackName == null) {
            return;
        }
        String albumId = albumName == null
                ? null
                : NameIdentity.album(artistName, albumName).value();
        intake.describe(new CatalogueEntry(
                trackId,
                CatalogueKind.TRACK,
                trackName,
                artistId,
                artistName,
                albumId,
                albumName,
                lengthMs,
                List.of(),
                null,
                at));
        intake.describe(new CatalogueEntry(
                artistId, CatalogueKind.ARTIST, artistName, null, null, null, null, null, List.of(), null, at));
    }
}
