package org.hathor.batch;

import java.io.PrintStream;
import java.time.Duration;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * A line that shows a job moving: its phase, stages and tasks done in that phase, the time so far, and how long the
 * stages now running will take at their pace. Spark plans stages as it goes, so nobody knows how many are to come; a
 * phase that knows its whole ({@link Progress.Work}) shows a bar and the time left instead. On a terminal it is one
 * line rewritten; elsewhere a new line every few seconds.
 */
public final class ProgressLine extends SparkListener implements Progress {
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final Duration REPRINT = Duration.ofSeconds(5);
    private static final int BAR = 20;

    private final String job;
    private final PrintStream out;
    private final Duration interval;
    private String phase = "starting";
    private Work work;
    private long phaseStarted = System.nanoTime();
    private long lastDrawn;
    private long waveStarted = System.nanoTime();
    private int stagesOpen;
    private int stagesDone;
    private int tasksBeforeWave;
    private int tasksDone;
    private int tasksAnnounced;

    /**
     * @param job its name
     * @param out standard error, as a rule
     */
    public ProgressLine(String job, PrintStream out) {
        this.job = job;
        this.out = out;
        this.interval = System.console() == null ? REPRINT : REDRAW;
    }

    @Override
    public synchronized void phase(String next) {
        phase(next, null);
    }

    @Override
    public synchronized void phase(String next, Work counted) {
        phase = next;
        if (counted != null && counted == work) {
            // another name for the same work: the time goes on
            draw();
            return;
        }
        work = counted;
        phaseStarted = System.nanoTime();
        waveStarted = phaseStarted;
        stagesDone = 0;
        tasksDone = 0;
        tasksBeforeWave = 0;
        tasksAnnounced = 0;
        draw();
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        stagesOpen++;
        tasksAnnounced += submitted.stageInfo().numTasks();
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        tasksDone++;
        drawWhenDue();
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
        stagesDone++;
        stagesOpen--;
        if (stagesOpen == 0) {
            waveStarted = System.nanoTime();
            tasksBeforeWave = tasksDone;
        }
        drawWhenDue();
    }

    @Override
    public synchronized void moved() {
        drawWhenDue();
    }

    /** Ends the line, so that what follows stands on its own. */
    public synchronized void finish() {
        if (interval.equals(REDRAW)) {
            out.print("\r\033[K");
        }
        out.flush();
    }

    private void drawWhenDue() {
        if (System.nanoTime() - lastDrawn >= interval.toNanos()) {
            draw();
        }
    }

    private void draw() {
        lastDrawn = System.nanoTime();
        String line = text(System.nanoTime() - phaseStarted);
        if (interval.equals(REDRAW)) {
            out.print("\r\033[K" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    private String text(long nanos) {
        StringBuilder line = new StringBuilder("%s: %s".formatted(job, phase));
        if (work != null) {
            line.append(" ").append(bar(work, nanos));
        } else if (tasksDone > 0) {
            line.append(" · %d stages, %d of %d tasks · %s"
                    .formatted(stagesDone, tasksDone, Math.max(tasksDone, tasksAnnounced), clock(nanos)));
            int left = tasksAnnounced - tasksDone;
            int doneInWave = tasksDone - tasksBeforeWave;
            if (left > 0 && doneInWave > 0) {
                long nanosLeft = (System.nanoTime() - waveStarted) / doneInWave * left;
                line.append(", these stages about %s more".formatted(clock(nanosLeft)));
            }
        }
        return line.toString();
    }

    /** {@code [######--------------] 30 of 100 MB · 0:12, about 0:28 more}. */
    static String bar(Work work, long nanos) {
        long done = Math.min(work.total(), Math.max(0, work.done().getAsLong()));
        int filled = work.total() == 0 ? BAR : (int) (BAR * done / work.total());
        String bar = "[%s%s] %,d of %,d %s · %s"
                .formatted("#".repeat(filled), "-".repeat(BAR - filled), done, work.total(), work.unit(), clock(nanos));
        if (done == 0 || done == work.total()) {
            return bar;
        }
        return "%s, about %s more".formatted(bar, clock((long) ((double) nanos / done * (work.total() - done))));
    }

    private static String clock(long nanos) {
        long seconds = Duration.ofNanos(nanos).toSeconds();
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
