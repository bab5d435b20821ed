package org.hathor.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Chooses events that a client sends a second time, as one does that lost the answer, and says when: up to some
 * thousand events later. Holds only those that wait.
 */
final class Repeats {
    private static final int LATER_EVENTS_MAX = 5_000;

    private record Waiting(long place, SimulatedEvent event) {}

    private final double share;
    private final Randomness random;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiting::place));
    private long place;

    Repeats(SimulationConfig config) {
        this.share = config.duplicateShare();
        this.random = Randomness.of(config.seed(), 'R');
    }

    /** Takes note of an event that was sent, and returns those to send again now. */
    List<SimulatedEvent> after(SimulatedEvent event) {
        place++;
        // Only what has an identity is the same event when it is sent again.
        boolean identified = event instanceof SimulatedEvent.Listened || event instanceof SimulatedEvent.Reacted;
        if (share > 0 && identified && random.chance(share)) {
            waiting.add(new Waiting(place + random.between(0, LATER_EVENTS_MAX), event));
        }
        List<SimulatedEvent> due = new ArrayList<>(0);
        while (!waiting.isEmpty() && waiting.peek().place() <= place) {
            due.add(waiting.poll().event());
        }
        return due;
    }

    /** What still waits to be sent again, in order; nothing waits afterwards. */
    List<SimulatedEvent> rest() {
        List<SimulatedEvent> rest = new ArrayList<>(waiting.size());
        while (!waiting.isEmpty()) {
            rest.add(waiting.poll().event());
        }
        return rest;
    }
}
