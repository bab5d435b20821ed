package org.hathor.box;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a person sees of long work: one line a step, with the time since the beginning. */
public final class Console {
    private final PrintStream out;
    private final Clock clock;
    private final Instant begun;

    public Console(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** One step, e.g. {@code " 12.3 s kafka is up on 127.0.0.1:9092"}. */
    public synchronized void step(String text, Object... arguments) {
        double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        out.printf("%6.1f s  %s%n", seconds, text.formatted(arguments));
        out.flush();
    }

    /** A line as it is. */
    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
