package org.hathor.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides when a listener begins to listen. A listener's day runs from 04:00 to 04:00 local time, is planned on its
 * own, and no session crosses its end, so any day can be planned without the days before it.
 */
final class DayPlanner {
    static final long DAY_MS = 86_400_000L;
    private static final long DAY_BEGINS_MS = 4 * 3_600_000L;
    private static final long SHORTEST_SESSION_MS = 60_000;

    /** How many begin to listen in each hour from 04:00 on, on working days and on the others. */
    private static final double[] WORKDAY = {1, 2, 4, 8, 9, 6, 5, 5, 6, 5, 5, 6, 7, 9, 10, 9, 8, 8, 8, 7, 5, 3, 2, 1};

    private static final double[] WEEKEND = {1, 1, 1, 2, 4, 6, 8, 9, 9, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 8, 6, 4, 2};

    private final long seed;

    DayPlanner(long seed) {
        this.seed = seed;
    }

    /** When the listener's day of that number begins, in epoch milliseconds. */
    static long dayBegins(Country country, long day) {
        return day * DAY_MS + DAY_BEGINS_MS - country.utcOffsetMs();
    }

    /** The number of the day whose beginning is the first at or after that instant. */
    static long firstDayFrom(Country country, long epochMs) {
        return -Math.floorDiv(-(epochMs - DAY_BEGINS_MS + country.utcOffsetMs()), DAY_MS);
    }

    /** The day's sessions in order; none overlaps another. */
    List<SessionPlan> plan(Listener listener, long day) {
        Randomness random = Randomness.of(seed, 'D', listener.index(), day);
        boolean weekend = Math.floorMod(day + 3, 7) >= 5;
        int count = Math.min(12, random.poisson(listener.sessionsPerDay() * (weekend ? 1.2 : 0.95)));
        Country country = random.chance(0.01) ? Country.draw(random) : listener.country();
        long begins = dayBegins(listener.country(), day);
        long[] starts = new long[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i] = begins + startOffsetMs(listener, weekend ? WEEKEND : WORKDAY, random);
        }
        starts[count] = begins + DAY_MS;
        Arrays.sort(starts);
        List<SessionPlan> plans = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (starts[i + 1] - starts[i] >= SHORTEST_SESSION_MS) {
                plans.add(new SessionPlan(listener, country, day, i, starts[i], starts[i + 1]));
            }
        }
        return plans;
    }

    private static long startOffsetMs(Listener listener, double[] rhythm, Randomness random) {
        long offset = random.weighted(rhythm) * 3_600_000L
                + random.between(0, 3_600_000L)
                + listener.lateByMinutes() * 60_000L;
        return Math.floorMod(offset, DAY_MS);
    }

    /**
     * One sitting of a listener.
     *
     * @param country where it happens
     * @param number place among the day's sessions
     * @param beginsMs when it begins, epoch milliseconds
     * @param endsByMs when it ends at the latest, exclusive
     */
    record SessionPlan(Listener listener, Country country, long day, int number, long beginsMs, long endsByMs) {}
}
