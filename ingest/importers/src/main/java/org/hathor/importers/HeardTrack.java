package org.hathor.importers;

import java.time.Instant;
import java.util.List;
import org.hathor.contracts.playback.EndReason;

/**
 * What a record of an export says: who heard what, when and how much of it.
 *
 * @param userId null for the user the export is imported for
 * @param albumName null where unknown
 * @param trackLengthMs null where unknown
 * @param device null where unknown
 * @param country upper-case ISO 3166-1 alpha-2; null where unknown
 * @param identity what tells this listen from every other of its user
 */
record HeardTrack(
        String userId,
        String artistName,
        String trackName,
        String albumName,
        Instant startedAt,
        long msPlayed,
        Long trackLengthMs,
        String device,
        String country,
        EndReason endReason,
        boolean offline,
        List<String> identity) {

    /** A listen of which only names, time and amount are known. */
    static HeardTrack of(String artistName, String trackName, Instant startedAt, long msPlayed, List<String> identity) {
        return new HeardTrack(
                null,
                artistName,
                trackName,
                null,
                startedAt,
                msPlayed,
                null,
                null,
                null,
                EndReason.UNKNOWN,
                false,
                identity);
    }
}
