package org.hathor.simulator;

import java.util.OptionalLong;

/**
 * When an event is sent, and the time stamps it then carries.
 *
 * <p>Up to {@code liveFromMs} an event keeps its time stamps: it is history. From there on it is live: its place in
 * simulated time is mapped onto the clock on the wall, {@code speed} times as fast or at a fixed rate, and its time
 * stamps move along, so that a population compressed to a hundredth of its time still reports what happens "now".
 */
final class Timeline {
    /** How fast simulated time passes. */
    sealed interface Pace {
        /** So many times as fast as real time; 1 is real time. */
        record Speed(double times) implements Pace {
            public Speed {
                if (!(times > 0)) {
                    throw new IllegalArgumentException("speed must be above 0, not " + times);
                }
            }
        }

        /** So many events a second. */
        record Rate(double eventsPerSecond) implements Pace {
            public Rate {
                if (!(eventsPerSecond > 0)) {
                    throw new IllegalArgumentException("rate must be above 0, not " + eventsPerSecond);
                }
            }
        }

        /** As fast as they are taken. */
        record Unlimited() implements Pace {}
    }

    /**
     * An event with the time stamps it is sent with.
     *
     * @param dueMs the earliest instant at which to send it, epoch milliseconds; empty for at once
     */
    record Dated(SimulatedEvent event, OptionalLong dueMs) {}

    private final Pace pace;
    private final long fromMs;
    private final long startMs;
    private final OptionalLong liveFromMs;
    private final String mark;
    private long paced;

    private Timeline(Pace pace, long fromMs, long startMs, OptionalLong liveFromMs) {
        this.pace = pace;
        this.fromMs = fromMs;
        this.startMs = startMs;
        this.liveFromMs = liveFromMs;
        boolean unmoved = pace instanceof Pace.Speed speed && speed.times() == 1;
        this.mark = liveFromMs.isEmpty() || unmoved ? "" : "-" + Long.toString(liveFromMs.getAsLong() / 1000, 36);
    }

    /** Sends what happened from {@code fromMs} on with its own time stamps, beginning at {@code startMs}. */
    static Timeline replay(Pace pace, long fromMs, long startMs) {
        return new Timeline(pace, fromMs, startMs, OptionalLong.empty());
    }

    /** Sends history at once and what comes after {@code liveFromMs} as if it happened now. */
    static Timeline live(Pace pace, long liveFromMs) {
        if (pace instanceof Pace.Unlimited) {
            throw new IllegalArgumentException(
                    "live events need a speed or a rate: they cannot be sent before they happen");
        }
        return new Timeline(pace, liveFromMs, liveFromMs, OptionalLong.of(liveFromMs));
    }

    /** Whether the event belongs to the past that is sent at once. */
    boolean history(SimulatedEvent event) {
        return liveFromMs.isPresent() && event.sentMs() < liveFromMs.getAsLong();
    }

    /** The event as it is sent; to be asked once for each, in order. */
    Dated date(SimulatedEvent event) {
        if (event.listener() == null || history(event)) {
            return new Dated(event, OptionalLong.empty());
        }
        long due = dueMs(event);
        if (liveFromMs.isEmpty()) {
            // A replay never sends an event before it has happened.
            return new Dated(
                    event,
                    pace instanceof Pace.Unlimited
                            ? OptionalLong.empty()
                            : OptionalLong.of(Math.max(due, event.sentMs())));
        }
        return new Dated(event.moved(due - event.sentMs(), mark), OptionalLong.of(due));
    }

    private long dueMs(SimulatedEvent event) {
        if (pace instanceof Pace.Speed speed) {
            return startMs + (long) ((event.sentMs() - fromMs) / speed.times());
        }
        if (pace instanceof Pace.Rate rate) {
            return startMs + (long) (1000 * paced++ / rate.eventsPerSecond());
        }
        return startMs;
    }
}
