package org.hathor.api.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.hathor.gateway.EventChecks;
import org.hathor.gateway.Scrobble;

/** Judges one listen of a submission by the protocol's rules, and says what the gateway needs of it. */
final class ReportedListen {
    /** 1 October 2002. */
    static final long LISTENED_AT_MIN = 1_033_430_400L;

    static final int TAGS_MAX = 50;
    static final int TAG_LENGTH_MAX = 64;
    static final long DURATION_SECONDS_MAX = 24L * 24 * 60 * 60;

    private static final int CLIENT_LENGTH_MAX = 128;
    private static final Pattern MBID =
            Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
    private static final List<String> MBIDS =
            List.of("release_mbid", "recording_mbid", "release_group_mbid", "track_mbid");
    private static final List<String> MBID_LISTS = List.of("artist_mbids", "work_mbids");

    private ReportedListen() {}

    /**
     * @param now when it was received: the instant of what is being heard now
     * @throws Unacceptable naming what the protocol does not allow
     */
    static Scrobble read(Submission.Report report, Submission.Type type, Instant now) {
        JsonNode listen = report.json();
        if (!listen.isObject()) {
            throw new Unacceptable("A listen must be a JSON object");
        }
        Instant listenedAt = type == Submission.Type.PLAYING_NOW ? playingNow(listen, now) : listenedAt(listen, now);
        JsonNode track = listen.path("track_metadata");
        if (!track.isObject()) {
            throw new Unacceptable("A listen must have the object track_metadata");
        }
        String trackName = text(track, "track_name");
        String artistName = text(track, "artist_name");
        String releaseName = track.has("release_name") ? text(track, "release_name") : null;
        JsonNode info = track.path("additional_info");
        if (!info.isMissingNode() && !info.isNull() && !info.isObject()) {
            throw new Unacceptable("track_metadata.additional_info must be an object");
        }
        tags(info);
        mbids(info);
        noNull(listen);
        Long lengthMs = lengthMs(info);
        return new Scrobble(
                artistName,
                trackName,
                releaseName,
                listenedAt,
                lengthMs,
                playedMs(info, lengthMs),
                type == Submission.Type.IMPORT ? "import" : null,
                client(info),
                report.original());
    }

    private static Instant listenedAt(JsonNode listen, Instant now) {
        JsonNode value = listen.path("listened_at");
        if (value.isMissingNode()) {
            throw new Unacceptable("A listen must have listened_at");
        }
        long seconds = wholeNumber(value, "listened_at must be a Unix time in whole seconds");
        if (listen.size() > 2) {
            throw new Unacceptable("A listen may only have listened_at and track_metadata");
        }
        if (seconds < LISTENED_AT_MIN) {
            throw new Unacceptable("listened_at is too low: the lowest allowed value is " + LISTENED_AT_MIN);
        }
        if (seconds > now.plus(EventChecks.CLOCK_SKEW_MAX).getEpochSecond()) {
            throw new Unacceptable("listened_at is too high: it is in the future");
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static Instant playingNow(JsonNode listen, Instant now) {
        if (listen.has("listened_at")) {
            throw new Unacceptable("playing_now must not have listened_at");
        }
        if (listen.size() > 1) {
            throw new Unacceptable("playing_now may only have track_metadata");
        }
        return now;
    }

    private static String text(JsonNode track, String key) {
        JsonNode value = track.path(key);
        if (!value.isTextual()) {
            throw new Unacceptable("track_metadata.%s must be a simple string".formatted(key));
        }
        String text = visible(value.textValue());
        if (text.isEmpty()) {
            throw new Unacceptable("track_metadata.%s is empty".formatted(key));
        }
        return text;
    }

    private static void tags(JsonNode info) {
        JsonNode tags = info.path("tags");
        if (tags.size() > TAGS_MAX) {
            throw new Unacceptable("additional_info.tags may have at most %d tags".formatted(TAGS_MAX));
        }
        for (JsonNode tag : tags) {
            if (tag.asText().length() > TAG_LENGTH_MAX) {
                throw new Unacceptable("A tag may have at most %d characters".formatted(TAG_LENGTH_MAX));
            }
        }
    }

    /** Empty ids are as good as none; ids that are no UUID are refused. */
    private static void mbids(JsonNode info) {
        for (String key : MBIDS) {
            mbid(info.path(key), key);
        }
        for (String key : MBID_LISTS) {
            for (JsonNode id : info.path(key)) {
                mbid(id, key);
            }
        }
    }

    private static void mbid(JsonNode id, String key) {
        boolean absent = id.isMissingNode()
                || id.isNull()
                || (id.isTextual() && id.textValue().isEmpty());
        if (!absent && !(id.isTextual() && MBID.matcher(id.textValue()).matches())) {
            throw new Unacceptable("additional_info.%s is not a valid MusicBrainz id".formatted(key));
        }
    }

    private static Long lengthMs(JsonNode info) {
        if (info.has("duration") && info.has("duration_ms")) {
            throw new Unacceptable("additional_info may have duration or duration_ms, not both");
        }
        Long seconds = positive(info, "duration", DURATION_SECONDS_MAX);
        Long millis = positive(info, "duration_ms", DURATION_SECONDS_MAX * 1000);
        Long lengthMs = seconds != null ? Long.valueOf(seconds * 1000) : millis;
        // The protocol allows 24 days; the ledger knows no track of more than one.
        return lengthMs != null && lengthMs > EventChecks.LENGTH_MS_MAX ? null : lengthMs;
    }

    /** What the scrobbler says was heard, where it says so and that is possible. */
    private static Long playedMs(JsonNode info, Long lengthMs) {
        JsonNode played = info.path("duration_played");
        if (!played.isNumber()) {
            return null;
        }
        double playedMs = played.doubleValue() * 1000;
        boolean possible = playedMs >= 0
                && playedMs <= EventChecks.LENGTH_MS_MAX
                && (lengthMs == null || playedMs <= lengthMs + EventChecks.OVERRUN_MS);
        return possible ? Math.round(playedMs) : null;
    }

    private static Long positive(JsonNode info, String key, long max) {
        JsonNode value = info.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        String wanted = "additional_info.%s must be a positive integer of at most %d".formatted(key, max);
        long number = wholeNumber(value, wanted);
        if (number <= 0 || number > max) {
            throw new Unacceptable(wanted);
        }
        return number;
    }

    /** An integer; also as text of digits, which some scrobblers send and the protocol's server takes. */
    private static long wholeNumber(JsonNode value, String otherwise) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isTextual()) {
            try {
                return Long.parseLong(value.textValue().strip());
            } catch (NumberFormatException e) {
                throw new Unacceptable(otherwise);
            }
        }
        throw new Unacceptable(otherwise);
    }

    private static void noNull(JsonNode node) {
        if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            throw new Unacceptable("Text may not contain the character U+0000");
        }
        Iterator<JsonNode> children = node.elements();
        while (children.hasNext()) {
            noNull(children.next());
        }
    }

    private static String client(JsonNode info) {
        String name =
                info.path("submission_client").asText(info.path("media_player").asText(""));
        JsonNode version = info.has("submission_client")
                ? info.path("submission_client_version")
                : info.has("media_player") ? info.path("media_player_version") : MissingNode.getInstance();
        String client = visible(name + " " + version.asText(""));
        return client.isEmpty() ? null : client.substring(0, Math.min(client.length(), CLIENT_LENGTH_MAX));
    }

    /** Line ends and the like become spaces: the ledger's texts are lines. U+0000 stays, to be refused. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\x00]]+", " ").strip();
    }
}
