package org.hathor.importers;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.playback.EndReason;
import org.hathor.gateway.RejectionCode;

/**
 * ListenBrainz's export of one user: the zip with {@code listens/<year>/<month>.jsonl}, those files unpacked, or the
 * older single JSON array. A listen gets the id that the same scrobble gets at the ListenBrainz door, so what was
 * scrobbled here already is known.
 */
final class ListenBrainzExport implements ExportFormat {
    private static final long serialVersionUID = 1;
    private static final Pattern FILE = Pattern.compile(
            "listens.*\\.(json|jsonl)|(19|20)\\d\\d.*\\.jsonl|\\d{1,2}\\.jsonl|.*listenbrainz.*\\.jsonl?");
    private static final long SECOND_MAX = 253_402_300_799L;

    @Override
    public String name() {
        return "listenbrainz";
    }

    @Override
    public String client() {
        return "listenbrainz-export";
    }

    @Override
    public String files() {
        return "the export's zip, listens/<year>/<month>.jsonl, listens.jsonl, or a JSON array of listens; also .gz";
    }

    @Override
    public Optional<String> part(String fileName) {
        return FILE.matcher(fileName).matches() ? Optional.of("listens") : Optional.empty();
    }

    @Override
    public SameContent sameContent() {
        return SameContent.ONE_LISTEN;
    }

    @Override
    public void read(InputStream in, String fileName, Records records) throws IOException {
        JsonFile.read(in, records, ListenBrainzExport::listen);
    }

    private static HeardTrack listen(JsonRecord record) {
        long second = record.requiredNumber("listened_at");
        if (second < 0 || second > SECOND_MAX) {
            throw new BadRecordException(
                    RejectionCode.INVALID_TIME,
                    "listened_at",
                    "listened_at is %d: seconds since 1970 belong there".formatted(second));
        }
        JsonRecord metadata = record.object("track_metadata");
        String artist = metadata.requiredText("artist_name");
        String track = metadata.requiredText("track_name");
        Long lengthMs = lengthMs(metadata.object("additional_info"));
        return new HeardTrack(
                null,
                artist,
                track,
                metadata.text("release_name"),
                Instant.ofEpochSecond(second),
                ScrobbledAmount.ms(lengthMs),
                lengthMs,
                null,
                null,
                EndReason.UNKNOWN,
                false,
                List.of(
                        "listenbrainz",
                        Long.toString(second),
                        NameIdentity.normalise(artist),
                        NameIdentity.normalise(track)));
    }

    private static Long lengthMs(JsonRecord info) {
        Long ms = info.number("duration_ms");
        if (ms == null && info.number("duration") != null) {
            ms = Math.multiplyExact(Math.min(info.number("duration"), 1_000_000L), 1000L);
        }
        return ms == null || ms < 1 || ms > 86_400_000L ? null : ms;
    }
}
