package org.hathor.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hathor.contracts.ArtistId;
import org.hathor.contracts.ListenId;
import org.hathor.contracts.ReactionId;
import org.hathor.contracts.TrackId;
import org.hathor.contracts.UserId;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.NowPlaying;

/**
 * What a typed event must hold before it may enter the ledger: the same rules for every door, importer and simulator.
 * The first rule that an event breaks, in the order of the code below, is the one it is refused for.
 *
 * <p>Immutable; may be used from several threads.
 */
public final class EventChecks {
    /** How far ahead of ours a client's clock may be. */
    public static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

    /** Nothing was heard before this. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** A listen, and a track, is no longer than this. */
    public static final long LENGTH_MS_MAX = Duration.ofHours(24).toMillis();

    /** A player may report this much, or a tenth, more than the track's length: gaps, encoder padding, rounding. */
    public static final long OVERRUN_MS = 5_000;

    static final int TEXT_LENGTH_MAX = 128;
    static final int SOURCE_ID_LENGTH_MAX = 256;
    static final int NAME_LENGTH_MAX = 10_240;
    static final int GENRES_MAX = 50;
    private static final int YEAR_MIN = 1000;
    private static final int YEAR_MAX = 2200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Clock clock;

    public EventChecks(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    /** What is wrong with the listen; empty when nothing is. */
    public Optional<Fault> check(Listen listen) {
        return fault(() -> require(listen));
    }

    /** What is wrong with the event; empty when nothing is. */
    public Optional<Fault> check(NowPlaying event) {
        return fault(() -> require(event));
    }

    /** What is wrong with the reaction; empty when nothing is. */
    public Optional<Fault> check(Reaction reaction) {
        return fault(() -> require(reaction));
    }

    /** What is wrong with the description; empty when nothing is. */
    public Optional<Fault> check(CatalogueEntry entry) {
        return fault(() -> require(entry));
    }

    void require(Listen listen) {
        id(listen.getListenId(), "listenId", ListenId.LENGTH_MAX);
        id(listen.getUserId(), "userId", UserId.LENGTH_MAX);
        id(listen.getTrackId(), "trackId", TrackId.LENGTH_MAX);
        optionalId(listen.getArtistId(), "artistId", ArtistId.LENGTH_MAX);
        time(listen.getStartedAt(), "startedAt", RejectionCode.STARTED_IN_FUTURE);
        played(listen.getMsPlayed(), listen.getTrackLengthMs());
        text(listen.getSource(), "source", TEXT_LENGTH_MAX);
        text(listen.getSourceId(), "sourceId", SOURCE_ID_LENGTH_MAX);
        text(listen.getDevice(), "device", TEXT_LENGTH_MAX);
        text(listen.getClient(), "client", TEXT_LENGTH_MAX);
        country(listen.getCountry());
    }

    void require(NowPlaying event) {
        id(event.getUserId(), "userId", UserId.LENGTH_MAX);
        id(event.getTrackId(), "trackId", TrackId.LENGTH_MAX);
        optionalId(event.getArtistId(), "artistId", ArtistId.LENGTH_MAX);
        time(event.getStartedAt(), "startedAt", RejectionCode.STARTED_IN_FUTURE);
        text(event.getClient(), "client", TEXT_LENGTH_MAX);
        country(event.getCountry());
    }

    void require(Reaction reaction) {
        id(reaction.getReactionId(), "reactionId", ReactionId.LENGTH_MAX);
        id(reaction.getUserId(), "userId", UserId.LENGTH_MAX);
        id(reaction.getTargetId(), "targetId", TrackId.LENGTH_MAX);
        optionalId(reaction.getArtistId(), "artistId", ArtistId.LENGTH_MAX);
        if (reaction.getKind() == null || reaction.getKind() == ReactionKind.UNKNOWN) {
            throw new Refused(RejectionCode.UNKNOWN_VALUE, "kind", "kind must say what was done: LIKE, SAVE, SKIP …");
        }
        if (reaction.getTargetType() == null || reaction.getTargetType() == TargetType.UNKNOWN) {
            throw new Refused(
                    RejectionCode.UNKNOWN_VALUE,
                    "targetType",
                    "targetType must be TRACK, ALBUM, ARTIST, PLAYLIST or USER");
        }
        time(reaction.getOccurredAt(), "occurredAt", RejectionCode.OCCURRED_IN_FUTURE);
        text(reaction.getClient(), "client", TEXT_LENGTH_MAX);
        country(reaction.getCountry());
    }

    void require(CatalogueEntry entry) {
        id(entry.getEntryId(), "entryId", TrackId.LENGTH_MAX);
        if (entry.getKind() == null || entry.getKind() == CatalogueKind.UNKNOWN) {
            throw new Refused(RejectionCode.UNKNOWN_VALUE, "kind", "kind must be TRACK, ARTIST or ALBUM");
        }
        name(entry.getName(), "name");
        optionalId(entry.getArtistId(), "artistId", ArtistId.LENGTH_MAX);
        text(entry.getArtistName(), "artistName", NAME_LENGTH_MAX);
        optionalId(entry.getAlbumId(), "albumId", TrackId.LENGTH_MAX);
        text(entry.getAlbumName(), "albumName", NAME_LENGTH_MAX);
        length(entry.getLengthMs(), "lengthMs");
        if (entry.getGenres().size() > GENRES_MAX) {
            throw new Refused(RejectionCode.OUT_OF_RANGE, "genres", "genres must be at most %d".formatted(GENRES_MAX));
        }
        entry.getGenres().forEach(genre -> text(genre, "genres", TEXT_LENGTH_MAX));
        Integer year = entry.getReleaseYear();
        if (year != null && (year < YEAR_MIN || year > YEAR_MAX)) {
            throw new Refused(
                    RejectionCode.OUT_OF_RANGE,
                    "releaseYear",
                    "releaseYear must be %d to %d, not %d".formatted(YEAR_MIN, YEAR_MAX, year));
        }
    }

    /** A name of something: not blank, not endless, no control characters. */
    static void name(String value, String field) {
        if (value == null || value.isBlank()) {
            throw new Refused(
                    value == null ? RejectionCode.MISSING_FIELD : RejectionCode.INVALID_TEXT,
                    field,
                    "%s must not be empty".formatted(field));
        }
        text(value, field, NAME_LENGTH_MAX);
    }

    private void time(Instant value, String field, RejectionCode inFuture) {
        if (value == null) {
            throw new Refused(RejectionCode.MISSING_FIELD, field, "%s is missing".formatted(field));
        }
        if (value.isBefore(EARLIEST)) {
            throw new Refused(
                    RejectionCode.TOO_OLD,
                    field,
                    "%s is %s, before %s: check its unit, milliseconds since 1970".formatted(field, value, EARLIEST));
        }
        Instant now = clock.instant();
        if (value.isAfter(now.plus(CLOCK_SKEW_MAX))) {
            throw new Refused(
                    inFuture, field, "%s is %s and it is %s now: set the client's clock".formatted(field, value, now));
        }
    }

    private static void played(long msPlayed, Long trackLengthMs) {
        if (msPlayed < 0) {
            throw new Refused(
                    RejectionCode.OUT_OF_RANGE, "msPlayed", "msPlayed is %d: send 0 or more".formatted(msPlayed));
        }
        if (msPlayed > LENGTH_MS_MAX) {
            throw new Refused(
                    RejectionCode.TOO_LONG,
                    "msPlayed",
                    "msPlayed is %d, more than a day: send one listen per play".formatted(msPlayed));
        }
        length(trackLengthMs, "trackLengthMs");
        if (trackLengthMs != null && msPlayed > trackLengthMs + Math.max(trackLengthMs / 10, OVERRUN_MS)) {
            throw new Refused(
                    RejectionCode.LONGER_THAN_TRACK,
                    "msPlayed",
                    "msPlayed is %d, but the track has %d ms: send one listen per play, without pauses"
                            .formatted(msPlayed, trackLengthMs));
        }
    }

    static void length(Long lengthMs, String field) {
        if (lengthMs != null && (lengthMs < 1 || lengthMs > LENGTH_MS_MAX)) {
            throw new Refused(
                    RejectionCode.OUT_OF_RANGE,
                    field,
                    "%s is %d: send 1 to %d, or leave it out".formatted(field, lengthMs, LENGTH_MS_MAX));
        }
    }

    private static void country(String country) {
        if (country != null && !COUNTRIES.contains(country)) {
            throw new Refused(
                    RejectionCode.INVALID_COUNTRY,
                    "country",
                    "country must be an ISO 3166-1 alpha-2 code such as DE, or left out");
        }
    }

    private static void optionalId(String value, String field, int lengthMax) {
        if (value != null) {
            id(value, field, lengthMax);
        }
    }

    private static void id(String value, String field, int lengthMax) {
        if (value == null) {
            throw new Refused(RejectionCode.MISSING_FIELD, field, "%s is missing".formatted(field));
        }
        int length = value.length();
        boolean valid = length >= 1 && length <= lengthMax;
        for (int i = 0; valid && i < length; i++) {
            char c = value.charAt(i);
            valid = c > ' ' && c <= '~';
        }
        if (!valid) {
            throw new Refused(
                    RejectionCode.INVALID_ID,
                    field,
                    "%s must be 1 to %d visible ASCII characters".formatted(field, lengthMax));
        }
    }

    private static void text(String value, String field, int lengthMax) {
        if (value == null) {
            return;
        }
        if (value.length() > lengthMax) {
            throw new Refused(
                    RejectionCode.TEXT_TOO_LONG,
                    field,
                    "%s has %d characters: send at most %d".formatted(field, value.length(), lengthMax));
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new Refused(
                        RejectionCode.INVALID_TEXT,
                        field,
                        "%s holds a control character at position %d".formatted(field, i));
            }
        }
    }

    private static Optional<Fault> fault(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.fault());
        }
    }
}
