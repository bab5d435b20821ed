package org.hathor.listening.bench;

import java.io.PrintStream;
import java.time.Duration;

/**
 * A line on standard error that shows a benchmark moving: the section, its phase, steps done and, at the phase's pace,
 * the time left. On a terminal it is one line rewritten; elsewhere a new line every few seconds.
 */
public final class Progress {
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final Duration REPRINT = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal;
    private String section = "";
    private String phase = "";
    private long phaseStarted = System.nanoTime();
    private long lastDrawn;
    private long done;
    private long total;

    /** @param out standard error, as a rule */
    public Progress(PrintStream out) {
        this.out = out;
        this.terminal = System.console() != null;
    }

    /** A section begins. */
    public synchronized void section(String name) {
        section = name;
        phase("starting");
    }

    /** A part of the section begins. */
    public synchronized void phase(String name) {
        phase = name;
        phaseStarted = System.nanoTime();
        done = 0;
        total = 0;
        draw();
    }

    /** So many steps of the phase are done. */
    public synchronized void step(long stepsDone, long stepsInAll) {
        done = stepsDone;
        total = stepsInAll;
        Duration interval = terminal ? REDRAW : REPRINT;
        if (System.nanoTime() - lastDrawn >= interval.toNanos()) {
            draw();
        }
    }

    /** A sentence that stays. */
    public synchronized void say(String sentence) {
        clear();
        out.println(sentence);
        out.flush();
    }

    /** Takes the line away, so that what follows stands on its own. */
    public synchronized void clear() {
        if (terminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    private void draw() {
        lastDrawn = System.nanoTime();
        long spent = lastDrawn - phaseStarted;
        StringBuilder line = new StringBuilder("bench audio: %s: %s".formatted(section, phase));
        if (total > 0) {
            line.append(" · %d of %d · %s".formatted(done, total, clock(spent)));
            if (done > 0 && done < total) {
                line.append(", about %s more".formatted(clock(spent / done * (total - done))));
            }
        }
        if (terminal) {
            out.print("\r\033[K" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    private static String clock(long nanos) {
        long seconds = Duration.ofNanos(nanos).toSeconds();
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
