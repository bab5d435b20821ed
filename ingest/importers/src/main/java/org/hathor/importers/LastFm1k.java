package org.hathor.importers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hathor.contracts.playback.EndReason;
import org.hathor.gateway.RejectionCode;

/**
 * The Last.fm 1K users dataset (Celma 2010): tab-separated {@code userid, timestamp, artid, artname, traid, traname},
 * about 19 million scrobbles of 992 people. User {@code user_000001} becomes {@code lastfm-1k:user_000001}.
 */
final class LastFm1k implements ExportFormat {
    private static final long serialVersionUID = 1;
    private static final Pattern FILE =
            Pattern.compile("userid-timestamp-artid-artname-traid-traname.*\\.tsv|lastfm-1k.*\\.tsv");
    private static final Pattern USER = Pattern.compile("user_\\d{1,9}");
    private static final int COLUMNS = 6;

    @Override
    public String name() {
        return "lastfm-1k";
    }

    @Override
    public String client() {
        return "lastfm-1k";
    }

    @Override
    public String files() {
        return "userid-timestamp-artid-artname-traid-traname.tsv or lastfm-1k*.tsv, also .gz";
    }

    @Override
    public Optional<String> part(String fileName) {
        return FILE.matcher(fileName).matches() ? Optional.of("scrobbles") : Optional.empty();
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.MANY_USERS);
    }

    @Override
    public SameContent sameContent() {
        return SameContent.ONE_LISTEN;
    }

    @Override
    public void read(InputStream in, String fileName, Records records) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                String text = line;
                records.record(number, text, () -> scrobble(text));
            }
        }
    }

    private static HeardTrack scrobble(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new BadRecordException(
                    RejectionCode.WRONG_TYPE,
                    null,
                    "the line has %d columns, not %d".formatted(columns.length, COLUMNS));
        }
        String user = columns[0];
        if (!USER.matcher(user).matches()) {
            throw new BadRecordException(
                    RejectionCode.INVALID_ID, "userid", "userid is '%s', not like user_000001".formatted(user));
        }
        String artist = columns[3];
        String track = columns[5];
        return new HeardTrack(
                "lastfm-1k:" + user,
                artist,
                track,
                null,
                time(columns[1]),
                ScrobbledAmount.ms(null),
                null,
                null,
                null,
                EndReason.UNKNOWN,
                false,
                List.of("lastfm-1k", columns[1], artist, track));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRecordException(
                    RejectionCode.INVALID_TIME,
                    "timestamp",
                    "timestamp is '%s', not like 2009-05-04T23:08:57Z".formatted(text));
        }
    }
}
