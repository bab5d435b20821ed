package org.hathor.importers;

import org.hathor.contracts.ListenRules;

/** How much was heard where a scrobble does not say: what its protocol guarantees, as the gateway takes it too. */
final class ScrobbledAmount {
    private static final long GUARANTEED_MS_MAX = 4 * 60_000;

    private ScrobbledAmount() {}

    /**
     * Half the track, or four minutes when that is less; 30 seconds for a track of unknown length.
     *
     * @param trackLengthMs null where unknown
     */
    static long ms(Long trackLengthMs) {
        return trackLengthMs == null ? ListenRules.QUALIFYING_MS : Math.min(trackLengthMs / 2, GUARANTEED_MS_MAX);
    }
}
