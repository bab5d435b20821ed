package org.hathor.simulator;

import java.io.IOException;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hathor.simulator.EventSink.Copy;
import org.hathor.simulator.SimulatedEvent.Started;
import org.hathor.simulator.Timeline.Dated;

/** Takes events from the stream and sends each when it is due, until the end of the interval or a stop. */
final class SimulationRun {
    private static final long GATHER_MS = 100;
    private static final long REPORT_MS = 2_000;

    /** Hears how the run goes. */
    interface Listening {
        /** Called every two seconds or so. */
        void progress(SimulatedEvent latest) throws IOException;

        /** Called once, when everything before the live part has its answer. */
        void historySent() throws IOException;
    }

    private final EventStream stream;
    private final Timeline timeline;
    private final Repeats repeats;
    private final EventSink sink;
    private final OptionalLong toMs;
    private final Clock clock;
    private final CountDownLatch stop;
    private boolean inHistory;
    private long reportedMs;

    /**
     * @param toMs where the interval ends, exclusive, by the time stamps that events are sent with; empty for no end
     * @param stop opened to end the run early
     */
    SimulationRun(
            World world,
            long fromMs,
            OptionalLong toMs,
            Timeline timeline,
            EventSink sink,
            Clock clock,
            CountDownLatch stop) {
        this.stream = new EventStream(world, fromMs);
        this.timeline = timeline;
        this.repeats = new Repeats(world.config());
        this.sink = sink;
        this.toMs = toMs;
        this.clock = clock;
        this.stop = stop;
    }

    /** Runs to the end, where everything sent has its answer, or to the stop, where some may still be on its way. */
    void run(Listening listening) throws InterruptedException, IOException {
        inHistory = true;
        reportedMs = clock.millis();
        while (stop.getCount() > 0) {
            SimulatedEvent event = stream.next();
            boolean history = timeline.history(event);
            if (inHistory && !history && event.listener() != null) {
                inHistory = false;
                sink.drain();
                listening.historySent();
            }
            if (history && event instanceof Started) {
                // Who was listening then is no news now.
                continue;
            }
            Dated dated = timeline.date(event);
            if (toMs.isPresent() && dated.event().sentMs() >= toMs.getAsLong()) {
                break;
            }
            awaitDue(dated);
            if (stop.getCount() == 0) {
                break;
            }
            sink.send(dated.event(), Copy.FIRST);
            repeats.after(dated.event()).forEach(again -> sink.send(again, Copy.REPEAT));
            report(dated.event(), listening);
        }
        if (stop.getCount() > 0) {
            repeats.rest().forEach(again -> sink.send(again, Copy.REPEAT));
            sink.drain();
        }
    }

    /** Small waits are lengthened, so that events travel together and not each alone. */
    private void awaitDue(Dated dated) throws InterruptedException {
        if (dated.dueMs().isEmpty() || dated.dueMs().getAsLong() <= clock.millis()) {
            return;
        }
        sink.flush();
        long waitMs = Math.max(GATHER_MS, dated.dueMs().getAsLong() - clock.millis());
        boolean stopped = stop.await(waitMs, TimeUnit.MILLISECONDS);
        if (stopped) {
            sink.hurry();
        }
    }

    private void report(SimulatedEvent latest, Listening listening) throws IOException {
        long now = clock.millis();
        if (now - reportedMs >= REPORT_MS) {
            reportedMs = now;
            listening.progress(latest);
        }
    }
}
