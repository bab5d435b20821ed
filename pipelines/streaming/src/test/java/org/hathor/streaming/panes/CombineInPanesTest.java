package org.hathor.streaming.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CombineInPanesTest {
    private OneInputStreamOperatorTestHarness<String, String> operator;

    /** Counts words. */
    private static final class Words implements Pane<String, String> {
        private final Map<String, Integer> counts = new TreeMap<>();

        @Override
        public void add(String word) {
            counts.merge(word, 1, Integer::sum);
        }

        @Override
        public int size() {
            return counts.size();
        }

        @Override
        public void drain(Consumer<String> out) {
            counts.forEach((word, count) -> out.accept(word + count));
            counts.clear();
        }
    }

    @BeforeEach
    void open() throws Exception {
        operator = new OneInputStreamOperatorTestHarness<>(new CombineInPanes<>(Words::new, Duration.ofMillis(250)));
        operator.open();
        operator.setProcessingTime(1000);
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aPaneLeavesWhenItsTimeIsOver() throws Exception {
        add("a", "b", "a");
        operator.setProcessingTime(1249);
        assertThat(operator.extractOutputValues()).isEmpty();

        operator.setProcessingTime(1250);
        add("a");
        operator.setProcessingTime(1600);

        assertThat(operator.extractOutputValues()).containsExactly("a2", "b1", "a1");
    }

    @Test
    void nothingIsHeldAcrossABarrier() throws Exception {
        add("a", "a");
        operator.prepareSnapshotPreBarrier(1);

        assertThat(operator.extractOutputValues()).containsExactly("a2");
        assertThat(operator.snapshot(1, 1).getManagedOperatorState()).isEmpty();
        operator.setProcessingTime(2000);
        assertThat(operator.extractOutputValues()).containsExactly("a2");
    }

    @Test
    void theEndOfInputEmptiesThePane() throws Exception {
        add("a");
        operator.endInput();

        assertThat(operator.extractOutputValues()).containsExactly("a1");
    }

    private void add(String... words) throws Exception {
        for (String word : words) {
            operator.processElement(word, 0);
        }
    }
}
