package org.hathor.contracts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hathor.contracts.playback.Listen;

/**
 * The rules about a listen that every part of the platform must share, so that numbers that mean the same are equal.
 */
public final class ListenRules {
    /** A listen of at least this many milliseconds qualifies, whatever the track's length. */
    public static final long QUALIFYING_MS = 30_000;

    private ListenRules() {}

    /**
     * Whether the listen earns: 30 seconds were played, or the whole track when it is shorter.
     *
     * @param msPlayed milliseconds heard
     * @param trackLengthMs the track's length, null where unknown
     */
    public static boolean qualified(long msPlayed, Long trackLengthMs) {
        return msPlayed >= QUALIFYING_MS || (trackLengthMs != null && trackLengthMs > 0 && msPlayed >= trackLengthMs);
    }

    /** {@link #qualified(long, Long)} of a listen. */
    public static boolean qualified(Listen listen) {
        return qualified(listen.getMsPlayed(), listen.getTrackLengthMs());
    }

    /** The UTC day the listen belongs to: the day it began. */
    public static LocalDate day(Listen listen) {
        return listen.getStartedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
