package org.hathor.streaming.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class BatchWriterTest {
    private static final Pace PACE = new Pace(Duration.ofMillis(500), Duration.ofSeconds(1));

    private final TestProcessingTimeService timers = new TestProcessingTimeService();
    private final Written written = new Written();
    private final BatchWriter<String> writer = new BatchWriter<>(written, PACE, timers);

    /** Somewhere that may be away for a number of attempts. */
    private static final class Written implements Batch<String> {
        private final List<String> waiting = new ArrayList<>();
        private final List<List<String>> sent = new ArrayList<>();
        private int awayFor;

        @Override
        public void add(String value) {
            waiting.add(value);
        }

        @Override
        public boolean isEmpty() {
            return waiting.isEmpty();
        }

        @Override
        public boolean isFull() {
            return waiting.size() == 3;
        }

        @Override
        public void send() throws IOException {
            if (awayFor > 0) {
                awayFor--;
                throw new IOException("away");
            }
            sent.add(List.copyOf(waiting));
            waiting.clear();
        }

        @Override
        public void close() {}
    }

    @Test
    void aValueWaitsForTheInterval() throws Exception {
        timers.setCurrentTime(0);
        writer.write("a", null);
        timers.setCurrentTime(499);
        assertThat(written.sent).isEmpty();

        timers.setCurrentTime(500);
        writer.write("b", null);
        timers.setCurrentTime(1000);

        assertThat(written.sent).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aFullBatchLeavesAtOnce() throws Exception {
        for (String value : List.of("a", "b", "c", "d")) {
            writer.write(value, null);
        }

        assertThat(written.sent).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void aCheckpointLeavesNothingWaiting() throws Exception {
        writer.write("a", null);
        writer.flush(false);
        writer.flush(true);

        assertThat(written.sent).containsExactly(List.of("a"));
    }

    @Test
    void whatCouldNotBeWrittenIsTriedAgain() throws Exception {
        written.awayFor = 2;
        writer.write("a", null);
        writer.flush(false);

        assertThat(written.sent).containsExactly(List.of("a"));
    }

    @Test
    void patienceEnds() throws Exception {
        written.awayFor = Integer.MAX_VALUE;
        writer.write("a", null);

        assertThatThrownBy(() -> writer.flush(false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gave up")
                .hasMessageContaining("away");
        assertThat(written.waiting).containsExactly("a");
    }
}
