package org.hathor.serving.analytics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

/** Runs of days without a gap. */
final class Streaks {
    private Streaks() {}

    /** The length of the longest run of successive days; 0 without days. */
    static int longest(Collection<LocalDate> days) {
        int longest = 0;
        int run = 0;
        LocalDate previous = null;
        for (LocalDate day : new TreeSet<>(days)) {
            run = previous != null && previous.plusDays(1).equals(day) ? run + 1 : 1;
            longest = Math.max(longest, run);
            previous = day;
        }
        return longest;
    }
}
