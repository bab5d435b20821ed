package org.hathor.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.NowPlaying;
import org.hathor.contracts.playback.SubscriptionTier;

/** Makes typed, checked events of the fields that a client sent, and stamps them. */
final class EventForms {
    /** How long a listener counts as listening to a track of unknown length. */
    static final Duration UNKNOWN_LENGTH = Duration.ofMinutes(10);

    /** How long after its end a track still counts as being heard: the next report may be on its way. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private final EventChecks checks;

    EventForms(EventChecks checks) {
        this.checks = Objects.requireNonNull(checks, "checks is null");
    }

    /** Adds the event to the intake. @throws Refused when it breaks a rule; the intake is then as it was */
    void take(EventFields fields, Sender sender, Instant receivedAt, Intake intake) {
        switch (fields.type()) {
            case LISTEN -> listen(fields, sender, receivedAt, intake);
            case NOW_PLAYING -> nowPlaying(fields, sender, receivedAt, intake);
            case REACTION -> reaction(fields, sender, receivedAt, intake);
            case TRACK -> catalogue(fields, CatalogueKind.TRACK, sender, receivedAt, intake);
            case ARTIST -> catalogue(fields, CatalogueKind.ARTIST, sender, receivedAt, intake);
            case ALBUM -> catalogue(fields, CatalogueKind.ALBUM, sender, receivedAt, intake);
        }
    }

    private void listen(EventFields fields, Sender sender, Instant receivedAt, Intake intake) {
        TrackReference track = TrackReference.of(fields);
        Listen listen = new Listen(
                fields.requiredText(Field.LISTEN_ID),
                user(fields, sender),
                track.trackId(),
                track.artistId(),
                fields.requiredTime(Field.STARTED_AT),
                fields.requiredNumber(Field.MS_PLAYED),
                fields.number(Field.TRACK_LENGTH_MS),
                fields.text(Field.SOURCE),
                fields.text(Field.SOURCE_ID),
                fields.text(Field.DEVICE),
                fields.text(Field.CLIENT),
                country(fields),
                fields.word(Field.SUBSCRIPTION_TIER, SubscriptionTier.class, SubscriptionTier.UNKNOWN),
                fields.word(Field.END_REASON, EndReason.class, EndReason.UNKNOWN),
                fields.flag(Field.OFFLINE),
                receivedAt);
        checks.require(listen);
        intake.accept(listen);
        track.describe(intake, listen.getTrackLengthMs(), receivedAt);
    }

    private void nowPlaying(EventFields fields, Sender sender, Instant receivedAt, Intake intake) {
        TrackReference track = TrackReference.of(fields);
        Instant sent = fields.time(Field.STARTED_AT);
        Long lengthMs = fields.number(Field.TRACK_LENGTH_MS);
        NowPlaying event = nowPlaying(
                user(fields, sender),
                track,
                sent == null ? receivedAt : sent,
                lengthMs,
                country(fields),
                fields.text(Field.CLIENT),
                receivedAt);
        checks.require(event);
        intake.accept(event);
        track.describe(intake, lengthMs, receivedAt);
    }

    /** @throws Refused when the length is none */
    static NowPlaying nowPlaying(
            String userId,
            TrackReference track,
            Instant startedAt,
            Long trackLengthMs,
            String country,
            String client,
            Instant receivedAt) {
        EventChecks.length(trackLengthMs, Field.TRACK_LENGTH_MS.json);
        Duration length = trackLengthMs == null ? UNKNOWN_LENGTH : Duration.ofMillis(trackLengthMs);
        return new NowPlaying(
                userId,
                track.trackId(),
                track.artistId(),
                startedAt,
                startedAt.plus(length).plus(GRACE),
                country,
                client,
                receivedAt);
    }

    private void reaction(EventFields fields, Sender sender, Instant receivedAt, Intake intake) {
        fields.requiredText(Field.KIND);
        Reaction reaction = new Reaction(
                fields.requiredText(Field.REACTION_ID),
                user(fields, sender),
                fields.word(Field.KIND, ReactionKind.class, ReactionKind.UNKNOWN),
                fields.word(Field.TARGET_TYPE, TargetType.class, TargetType.TRACK),
                fields.requiredText(Field.TARGET_ID),
                fields.text(Field.ARTIST_ID),
                fields.requiredTime(Field.OCCURRED_AT),
                country(fields),
                fields.text(Field.CLIENT),
                receivedAt);
        checks.require(reaction);
        intake.accept(reaction);
    }

    private void catalogue(EventFields fields, CatalogueKind kind, Sender sender, Instant receivedAt, Intake intake) {
        if (!sender.mayDescribeCatalogue()) {
            throw new Refused(
                    RejectionCode.FORBIDDEN_CATALOGUE,
                    Field.TYPE.json,
                    "only a token of scope ingest describes the catalogue");
        }
        String name = fields.requiredText(Field.NAME);
        EventChecks.name(name, Field.NAME.json);
        String artistName = fields.text(Field.ARTIST_NAME);
        String artistId = fields.text(Field.ARTIST_ID);
        if (artistId == null && artistName != null) {
            artistId = NameIdentity.artist(artistName).value();
        }
        Long year = fields.number(Field.RELEASE_YEAR);
        CatalogueEntry entry = new CatalogueEntry(
                entryId(fields, kind, name, artistName),
                kind,
                name,
                artistId,
                artistName,
                fields.text(Field.ALBUM_ID),
                fields.text(Field.ALBUM_NAME),
                fields.number(Field.LENGTH_MS),
                fields.texts(Field.GENRES),
                year == null ? null : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, year)),
                receivedAt);
        checks.require(entry);
        intake.accept(entry);
    }

    private static String entryId(EventFields fields, CatalogueKind kind, String name, String artistName) {
        String id = fields.text(Field.ENTRY_ID);
        if (id != null) {
            return id;
        }
        if (kind == CatalogueKind.ARTIST) {
            return NameIdentity.artist(name).value();
        }
        if (artistName == null) {
            throw new Refused(
                    RejectionCode.MISSING_FIELD, Field.ENTRY_ID.json, "send entryId, or artistName to derive it from");
        }
        return kind == CatalogueKind.TRACK
                ? NameIdentity.track(artistName, name).value()
                : NameIdentity.album(artistName, name).value();
    }

    private static String user(EventFields fields, Sender sender) {
        String user = fields.text(Field.USER_ID);
        if (user == null) {
            return sender.userId().value();
        }
        if (!sender.mayWriteFor(user)) {
            throw new Refused(
                    RejectionCode.FORBIDDEN_USER,
                    Field.USER_ID.json,
                    "this token may write for its own user only: leave userId out, or use a token of scope ingest");
        }
        return user;
    }

    private static String country(EventFields fields) {
        String country = fields.text(Field.COUNTRY);
        return country == null ? null : country.toUpperCase(Locale.ROOT);
    }
}
