package org.hathor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Progress.Work QUARTER = new Progress.Work(2_000, () -> 500, "KiB");

    @Test
    void aBarTellsHowMuchIsDoneAndHowLongTheRestTakesAtThisPace() {
        assertThat(ProgressLine.bar(QUARTER, Duration.ofSeconds(30).toNanos()))
                .isEqualTo("[#####---------------] 500 of 2,000 KiB · 0:30, about 1:30 more");
    }

    @Test
    void nothingIsPromisedBeforeAnythingIsDoneNorAfterAll() {
        assertThat(ProgressLine.bar(new Progress.Work(10, () -> 0, "steps"), 1_000))
                .isEqualTo("[--------------------] 0 of 10 steps · 0:00");
        assertThat(ProgressLine.bar(new Progress.Work(10, () -> 11, "steps"), 1_000))
                .isEqualTo("[####################] 10 of 10 steps · 0:00");
        assertThat(ProgressLine.bar(new Progress.Work(0, () -> 0, "KiB"), 1_000))
                .isEqualTo("[####################] 0 of 0 KiB · 0:00");
    }

    @Test
    void aPhaseShowsItsWorkAndAnotherNameForTheSameWorkDoesNotBeginAnew() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgressLine line = new ProgressLine("train-mood", new PrintStream(out, true, StandardCharsets.UTF_8));
        AtomicLong done = new AtomicLong();
        Progress.Work work = new Progress.Work(4, done::get, "steps");

        line.phase("training", work);
        done.set(1);
        line.phase("training, epoch 1", work);
        line.phase("judging");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("train-mood: training [--------------------] 0 of 4 steps")
                .contains("train-mood: training, epoch 1 [#####---------------] 1 of 4 steps")
                .endsWith("train-mood: judging" + System.lineSeparator());
    }
}
