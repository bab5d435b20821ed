package org.hathor.mood;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** A progress bar with the time left, redrawn in place, and a line for every epoch. */
public final class TrainingProgress implements TrainingListener {
    private static final int WIDTH = 24;

    private final PrintStream out;
    private final InstantSource clock;
    private long firstStep;
    private long firstMillis;

    public TrainingProgress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void stepDone(long step, long steps) {
        if (firstMillis == 0) {
            firstStep = step;
            firstMillis = clock.millis();
        }
        out.print('\r' + bar(step, steps));
        out.flush();
    }

    @Override
    public void epochDone(EpochReport report) {
        out.printf(
                Locale.ROOT,
                "\repoch %3d  loss %.3f  validation %.3f  quadrant right %.3f%s%n",
                report.epoch(),
                report.trainingLoss(),
                report.validationLoss(),
                report.validationAccuracy(),
                report.best() ? "  best so far" : " ".repeat(WIDTH));
    }

    private String bar(long step, long steps) {
        int full = (int) (WIDTH * step / steps);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %s",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                100 * step / steps,
                step == firstStep ? "" : "at most " + readable(timeLeft(step, steps)) + " left  ");
    }

    /** By the mean pace since this process began to train. */
    private Duration timeLeft(long step, long steps) {
        return Duration.ofMillis((clock.millis() - firstMillis) * (steps - step) / (step - firstStep));
    }

    private static String readable(Duration duration) {
        return duration.toMinutes() > 0
                ? "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d s".formatted(duration.toSeconds());
    }
}
