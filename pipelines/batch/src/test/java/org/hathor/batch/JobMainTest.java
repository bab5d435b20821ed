package org.hathor.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final JobMain main = new JobMain(
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void listsEveryJobForPeopleAndForAirflow() throws IOException {
        assertThat(main.run(List.of("list"))).isZero();
        assertThat(text(out)).contains("merge-history", "--interactions");
        out.reset();

        assertThat(main.run(List.of("list", "--json"))).isZero();
        JsonNode jobs = new ObjectMapper().readTree(out.toByteArray());
        assertThat(jobs.findValuesAsText("name")).contains("merge-history", "daily-stats", "reconcile");
        assertThat(jobs.get(0).get("mainClass").asText()).isEqualTo("org.hathor.batch.JobMain");
        assertThat(jobs.get(0).has("configure")).isFalse();
    }

    @Test
    void aJobComesAfterTheJobsItNeeds() {
        Set<String> before = new HashSet<>();
        for (JobEntry entry : JobRegistry.all()) {
            assertThat(before).containsAll(entry.after());
            assertThat(before.add(entry.name())).isTrue();
        }
    }

    @Test
    void whatIsCalledWronglyIsToldBeforeAnythingStarts() {
        assertThat(main.run(List.of("count-sheep"))).isEqualTo(2);
        assertThat(main.run(List.of("daily-stats", "--since", "yesterday"))).isEqualTo(2);
        assertThat(main.run(List.of("daily-stats", "--from", "yesterday"))).isEqualTo(2);
        assertThat(main.run(List.of("train-recommendations", "--rank", "1"))).isEqualTo(2);
        assertThat(main.run(List.of("train-recommendations", "--interactions", "netflix:/x")))
                .isEqualTo(2);
        assertThat(main.run(List.of("reconcile", "--wait"))).isEqualTo(2);

        assertThat(text(err))
                .contains("there is no job 'count-sheep'")
                .contains("unknown option --since: this job has --from, --to")
                .contains("--from must be a date such as 2026-01-31, not 'yesterday'")
                .contains("rank must be 2 to 512, not 1")
                .contains("not 'netflix:/x'")
                .contains("option --wait lacks a value");
    }

    @Test
    void aMissingEngineIsNamed() {
        assertThat(main.run(List.of("merge-history"))).isEqualTo(2);

        assertThat(text(err)).contains("merge-history: environment variable KAFKA_BOOTSTRAP is not set");
    }

    @Test
    void anOptionGivenTwiceIsRefused() {
        assertThatThrownBy(() -> JobOptions.parse(List.of("--a", "1", "--a=2"), List.of(new JobOption("a", ""))))
                .hasMessage("option --a is given twice");
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
