package org.hathor.importers;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hathor.contracts.playback.EndReason;
import org.hathor.gateway.RejectionCode;

/**
 * Spotify's export, in both its forms: the account data's {@code StreamingHistory*.json}, which gives the end of a play
 * to the minute in UTC, and the extended streaming history, which gives it to the second.
 *
 * <p>Playing is taken to have begun at the end less what was played. Minutes are too coarse to tell two equal plays
 * apart, so equal records are plays of their own.
 */
final class SpotifyHistory implements ExportFormat {
    private static final long serialVersionUID = 1;
    private static final String ACCOUNT_DATA = "account data";
    private static final String EXTENDED = "extended streaming history";
    private static final Pattern ACCOUNT_DATA_FILE = Pattern.compile("StreamingHistory(_music_|_podcast_)?\\d+\\.json");
    private static final Pattern EXTENDED_FILE =
            Pattern.compile("endsong_\\d+\\.json|Streaming_History_(Audio|Video)_[\\w-]+\\.json");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int DEVICE_LENGTH_MAX = 128;

    @Override
    public String name() {
        return "spotify-history";
    }

    @Override
    public String client() {
        return "spotify-export";
    }

    @Override
    public String files() {
        return "StreamingHistory*.json, endsong_*.json or Streaming_History_Audio_*.json, also .gz";
    }

    @Override
    public Optional<String> part(String fileName) {
        if (ACCOUNT_DATA_FILE.matcher(fileName).matches()) {
            return Optional.of(ACCOUNT_DATA);
        }
        return EXTENDED_FILE.matcher(fileName).matches() ? Optional.of(EXTENDED) : Optional.empty();
    }

    @Override
    public SameContent sameContent() {
        return SameContent.TWO_LISTENS;
    }

    @Override
    public void read(InputStream in, String fileName, Records records) throws IOException {
        boolean extended = EXTENDED_FILE.matcher(fileName).matches();
        JsonFile.readArray(in, records, extended ? SpotifyHistory::extended : SpotifyHistory::accountData);
    }

    private static HeardTrack accountData(JsonRecord record) {
        boolean podcast = record.node().has("podcastName");
        String artist = record.requiredText(podcast ? "podcastName" : "artistName");
        String track = record.requiredText(podcast ? "episodeName" : "trackName");
        String endTime = record.requiredText("endTime");
        long msPlayed = record.requiredNumber("msPlayed");
        Instant ended;
        try {
            ended = LocalDateTime.parse(endTime, MINUTE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadRecordException(
                    RejectionCode.INVALID_TIME,
                    "endTime",
                    "endTime is '%s', not like 2026-01-31 23:59".formatted(endTime));
        }
        return HeardTrack.of(
                artist,
                track,
                begun(ended, msPlayed, "msPlayed"),
                msPlayed,
                List.of("spotify-history", endTime, artist, track, Long.toString(msPlayed)));
    }

    private static HeardTrack extended(JsonRecord record) {
        boolean episode = record.text("master_metadata_track_name") == null && record.text("episode_name") != null;
        String artist = record.requiredText(episode ? "episode_show_name" : "master_metadata_album_artist_name");
        String track = record.requiredText(episode ? "episode_name" : "master_metadata_track_name");
        String ts = record.requiredText("ts");
        long msPlayed = record.requiredNumber("ms_played");
        Instant ended;
        try {
            ended = Instant.parse(ts);
        } catch (DateTimeException e) {
            throw new BadRecordException(
                    RejectionCode.INVALID_TIME, "ts", "ts is '%s', not like 2026-01-31T23:59:59Z".formatted(ts));
        }
        String uri = record.text(episode ? "spotify_episode_uri" : "spotify_track_uri");
        return new HeardTrack(
                null,
                artist,
                track,
                record.text("master_metadata_album_album_name"),
                begun(ended, msPlayed, "ms_played"),
                msPlayed,
                null,
                abridged(record.text("platform")),
                country(record.text("conn_country")),
                endReason(record.text("reason_end")),
                record.flag("offline"),
                List.of("spotify-extended", ts, artist, track, Long.toString(msPlayed), uri == null ? "" : uri));
    }

    private static Instant begun(Instant ended, long msPlayed, String field) {
        // The gateway's rules refuse it too, but a nonsense amount must not make the subtraction overflow.
        if (msPlayed < 0 || msPlayed > 86_400_000L) {
            throw new BadRecordException(
                    RejectionCode.OUT_OF_RANGE,
                    field,
                    "%s is %d: not an amount of one play".formatted(field, msPlayed));
        }
        return ended.minusMillis(msPlayed);
    }

    private static String abridged(String device) {
        return device == null || device.length() <= DEVICE_LENGTH_MAX ? device : device.substring(0, DEVICE_LENGTH_MAX);
    }

    /** Spotify writes ZZ where it does not know. */
    private static String country(String code) {
        return code != null && COUNTRIES.contains(code) ? code : null;
    }

    private static EndReason endReason(String reason) {
        if (reason == null) {
            return EndReason.UNKNOWN;
        }
        return switch (reason) {
            case "trackdone" -> EndReason.FINISHED;
            case "fwdbtn", "backbtn" -> EndReason.SKIPPED;
            case "endplay", "logout", "remote", "clickrow" -> EndReason.STOPPED;
            case "trackerror" -> EndReason.ERROR;
            default -> EndReason.UNKNOWN;
        };
    }
}
