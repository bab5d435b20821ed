package org.hathor.simulator.music;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A bar that fills, and the time left; a line that is written over on a terminal, a line for each tenth elsewhere. */
public final class Progress {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private final int total;
    private final long startNanos = System.nanoTime();
    private int tenths;

    /** @param total how many steps there are, at least 1 */
    @SuppressWarnings(
            "SystemConsoleNull") // On later machines too, a console that is no terminal only costs a carriage return.
    public Progress(PrintWriter out, int total) {
        this.out = out;
        this.terminal = System.console() != null;
        this.total = total;
    }

    /** Tells how many steps are done. */
    public void at(int done) {
        if (!terminal && done * 10L / total == tenths) {
            return;
        }
        tenths = (int) (done * 10L / total);
        out.print(line(done, System.nanoTime() - startNanos) + (terminal && done < total ? "\r" : "\n"));
        out.flush();
    }

    String line(int done, long nanos) {
        int filled = (int) ((long) WIDTH * done / total);
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        Duration left = Duration.ofNanos(done == 0 ? 0 : (long) (nanos / (double) done * (total - done)));
        return String.format(
                Locale.ROOT, "[%s] %d of %d, %d:%02d left ", bar, done, total, left.toMinutes(), left.toSecondsPart());
    }
}
