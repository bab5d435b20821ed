package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlinkJobsTest {
    @Test
    void allRunOnlyWhenEachJobHasAllItsTasks() {
        assertThat(FlinkJobs.allRun(overview(job("ledger", 9, 9), job("live-counts", 5, 5), job("trending", 4, 4))))
                .isTrue();
        assertThat(FlinkJobs.allRun(overview(job("ledger", 9, 8), job("live-counts", 5, 5), job("trending", 4, 4))))
                .isFalse();
        assertThat(FlinkJobs.allRun(overview(job("ledger", 9, 9), job("trending", 4, 4))))
                .isFalse();
        assertThat(FlinkJobs.allRun("<html>")).isFalse();
        assertThat(FlinkJobs.allRun("")).isFalse();
    }

    private static String overview(String... jobs) {
        return "{\"jobs\":[%s]}".formatted(String.join(",", jobs));
    }

    private static String job(String name, int total, int running) {
        return "{\"name\":\"%s\",\"state\":\"RUNNING\",\"tasks\":{\"total\":%d,\"running\":%d}}"
                .formatted(name, total, running);
    }
}
