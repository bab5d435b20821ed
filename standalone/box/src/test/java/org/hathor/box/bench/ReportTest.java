package org.hathor.box.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void mediansAndQuantilesAreTheUsualOnes() {
        assertThat(Report.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(Report.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
        double[] hundred = new double[100];
        for (int i = 0; i < hundred.length; i++) {
            hundred[i] = hundred.length - i;
        }
        assertThat(Report.quantile(hundred, 0.99)).isEqualTo(99);
        assertThat(Report.quantile(new double[] {5}, 0.5)).isEqualTo(5);
    }

    @Test
    void aBatchHoldsSoManyListensWithIdsOfTheirOwn() throws IOException {
        EventBatches batches = new EventBatches(1, "run");
        JsonNode first =
                new ObjectMapper().readTree(batches.body(1000, Instant.EPOCH)).get("events");
        JsonNode second =
                new ObjectMapper().readTree(batches.body(1000, Instant.EPOCH)).get("events");
        assertThat(first).hasSize(1000);
        assertThat(first.findValuesAsText("listenId")).doesNotHaveDuplicates();
        assertThat(first.findValuesAsText("listenId")).doesNotContainAnyElementsOf(second.findValuesAsText("listenId"));
    }
}
