package org.hathor.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** Events of an interval, for tests. */
final class Events {
    static final Instant FROM = Instant.parse("2026-03-01T06:30:00Z");

    private Events() {}

    static List<SimulatedEvent> between(World world, Instant from, Instant to) {
        EventStream stream = new EventStream(world, from.toEpochMilli());
        List<SimulatedEvent> events = new ArrayList<>();
        for (SimulatedEvent event = stream.next(); event.sentMs() < to.toEpochMilli(); event = stream.next()) {
            events.add(event);
        }
        return events;
    }

    /** Everything listeners sent, as text lines. */
    static List<String> lines(List<SimulatedEvent> events) {
        return events.stream()
                .filter(event -> event.listener() != null)
                .map(event -> new String(EventJson.object(event), StandardCharsets.UTF_8))
                .toList();
    }

    /** Runs a replay into a file and returns what was counted. */
    static Tally replayInto(Path file, World world, Instant from, Instant to) throws IOException, InterruptedException {
        Tally tally = new Tally(world);
        Timeline timeline = Timeline.replay(new Timeline.Pace.Unlimited(), from.toEpochMilli(), 0);
        try (EventSink sink = new FileSink(file, tally)) {
            new SimulationRun(
                            world,
                            from.toEpochMilli(),
                            OptionalLong.of(to.toEpochMilli()),
                            timeline,
                            sink,
                            Clock.systemUTC(),
                            new CountDownLatch(1))
                    .run(new Silent());
        }
        return tally;
    }

    static String sha256(Path file) throws IOException {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hears nothing. */
    static final class Silent implements SimulationRun.Listening {
        @Override
        public void progress(SimulatedEvent latest) {}

        @Override
        public void historySent() {}
    }
}
