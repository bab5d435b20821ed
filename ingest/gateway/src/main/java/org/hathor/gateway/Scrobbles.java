package org.hathor.gateway;

import java.time.Instant;
import java.util.Objects;
import org.hathor.contracts.ListenId;
import org.hathor.contracts.ListenRules;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.NowPlaying;
import org.hathor.contracts.playback.SubscriptionTier;

/**
 * Makes listens of scrobbles.
 *
 * <p>A scrobble without a play length is taken at what its protocol guarantees: half the track, or four minutes when
 * that is less, was heard; and at 30 seconds when the track's length is unknown too. See
 * {@code docs/decisions/0004-scrobbles-without-a-play-length.md}.
 */
final class Scrobbles {
    private static final long GUARANTEED_MS_MAX = 4 * 60_000;
    private static final String NAMESPACE = "listenbrainz";

    private final EventChecks checks;

    Scrobbles(EventChecks checks) {
        this.checks = Objects.requireNonNull(checks, "checks is null");
    }

    /** @throws Refused when it breaks a rule; the intake is then as it was */
    void take(Scrobble scrobble, Sender sender, Instant receivedAt, Intake intake) {
        TrackReference track = TrackReference.named(scrobble.artistName(), scrobble.trackName(), scrobble.albumName());
        Listen listen = new Listen(
                id(scrobble).value(),
                sender.userId().value(),
                track.trackId(),
                track.artistId(),
                scrobble.listenedAt(),
                msPlayed(scrobble.msPlayed(), scrobble.trackLengthMs()),
                scrobble.trackLengthMs(),
                scrobble.source(),
                null,
                null,
                scrobble.client(),
                null,
                SubscriptionTier.UNKNOWN,
                EndReason.UNKNOWN,
                false,
                receivedAt);
        checks.require(listen);
        intake.accept(listen);
        track.describe(intake, scrobble.trackLengthMs(), receivedAt);
    }

    /** A report that the track is being heard now; {@code listenedAt} is when that was. @throws Refused as above */
    void takeNowPlaying(Scrobble scrobble, Sender sender, Instant receivedAt, Intake intake) {
        TrackReference track = TrackReference.named(scrobble.artistName(), scrobble.trackName(), scrobble.albumName());
        NowPlaying event = EventForms.nowPlaying(
                sender.userId().value(),
                track,
                scrobble.listenedAt(),
                scrobble.trackLengthMs(),
                null,
                scrobble.client(),
                receivedAt);
        checks.require(event);
        intake.accept(event);
        track.describe(intake, scrobble.trackLengthMs(), receivedAt);
    }

    /** The same report gets the same id, however often a scrobbler sends it. */
    static ListenId id(Scrobble scrobble) {
        return NameIdentity.listen(
                NAMESPACE,
                Long.toString(scrobble.listenedAt().getEpochSecond()),
                NameIdentity.normalise(scrobble.artistName()),
                NameIdentity.normalise(scrobble.trackName()));
    }

    static long msPlayed(Long reportedMs, Long trackLengthMs) {
        if (reportedMs != null) {
            return reportedMs;
        }
        return trackLengthMs == null ? ListenRules.QUALIFYING_MS : Math.min(trackLengthMs / 2, GUARANTEED_MS_MAX);
    }
}
