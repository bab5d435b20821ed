package org.hathor.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.hathor.simulator.DayPlanner.SessionPlan;

/**
 * All events from an instant on, in the order in which they are sent: first the catalogue, then what listeners report,
 * for ever. Two streams of one world agree wherever both have begun.
 *
 * <p>Listeners' days are planned an hour ahead and sessions played out when they begin, so memory holds one day's plans
 * and the sessions under way, however long the stream runs.
 */
final class EventStream implements Iterator<SimulatedEvent> {
    private static final long HOUR_MS = 3_600_000L;

    private final World world;
    private final long fromMs;
    private final DayPlanner planner;
    private final SessionPlayer player;
    private final Iterator<SimulatedEvent> catalogue;
    private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(Cursor.ORDER);
    private long plannedToMs;

    EventStream(World world, long fromMs) {
        this.world = world;
        this.fromMs = fromMs;
        this.planner = new DayPlanner(world.config().seed());
        this.player = new SessionPlayer(world);
        this.catalogue = describe(world.catalogue(), fromMs).iterator();
        long lookBack = DayPlanner.DAY_MS + (world.config().lateShare() > 0 ? SimulationConfig.LATE_MAX.toMillis() : 0);
        this.plannedToMs = Math.floorDiv(fromMs - lookBack, HOUR_MS) * HOUR_MS;
    }

    /** Always true: listening never ends. */
    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public SimulatedEvent next() {
        if (catalogue.hasNext()) {
            return catalogue.next();
        }
        while (true) {
            while (cursors.isEmpty() || cursors.peek().nextMs() >= plannedToMs) {
                planHour();
            }
            Cursor cursor = cursors.poll();
            SimulatedEvent event = cursor.take(player);
            if (!cursor.exhausted()) {
                cursors.add(cursor);
            }
            if (event != null && event.sentMs() >= fromMs) {
                return event;
            }
        }
    }

    private void planHour() {
        long hourEnds = plannedToMs + HOUR_MS;
        for (Country country : Country.values()) {
            long day = DayPlanner.firstDayFrom(country, plannedToMs);
            if (DayPlanner.dayBegins(country, day) < hourEnds) {
                for (Listener listener : world.listenersIn(country)) {
                    planner.plan(listener, day).forEach(plan -> cursors.add(new Cursor(plan)));
                }
            }
        }
        plannedToMs = hourEnds;
    }

    private static List<SimulatedEvent> describe(Catalogue catalogue, long atMs) {
        List<SimulatedEvent> events = new ArrayList<>();
        catalogue.artists().forEach(artist -> events.add(new SimulatedEvent.ArtistDescribed(atMs, artist)));
        catalogue.tracks().stream()
                .map(Catalogue.Track::album)
                .distinct()
                .forEach(album -> events.add(new SimulatedEvent.AlbumDescribed(atMs, album)));
        catalogue.tracks().forEach(track -> events.add(new SimulatedEvent.TrackDescribed(atMs, track)));
        return events;
    }

    /** A place in a session; the session is played out when the place is first reached. */
    private static final class Cursor {
        static final Comparator<Cursor> ORDER = Comparator.comparingLong(Cursor::nextMs)
                .thenComparingInt(cursor -> cursor.plan.listener().index())
                .thenComparingLong(cursor -> cursor.plan.day())
                .thenComparingInt(cursor -> cursor.plan.number());

        private final SessionPlan plan;
        private List<SimulatedEvent> events;
        private int taken;

        Cursor(SessionPlan plan) {
            this.plan = plan;
        }

        long nextMs() {
            return events == null ? plan.beginsMs() : events.get(taken).sentMs();
        }

        /** The next event, or null when the session has only just been played out. */
        SimulatedEvent take(SessionPlayer player) {
            if (events == null) {
                events = player.play(plan);
                return null;
            }
            return events.get(taken++);
        }

        boolean exhausted() {
            return taken == events.size();
        }
    }
}
