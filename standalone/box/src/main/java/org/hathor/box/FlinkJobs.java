package org.hathor.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;

/** What Flink's {@code /jobs/overview} says. */
final class FlinkJobs {
    private static final Set<String> EXPECTED = Set.of("ledger", "live-counts", "trending");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FlinkJobs() {}

    /** Whether each of the platform's jobs runs with all of its tasks. */
    static boolean allRun(String overview) {
        try {
            Set<String> running = new HashSet<>();
            for (JsonNode job : JSON.readTree(overview).path("jobs")) {
                JsonNode tasks = job.path("tasks");
                if (job.path("state").asText().equals("RUNNING")
                        && tasks.path("running").asInt() == tasks.path("total").asInt()) {
                    running.add(job.path("name").asText());
                }
            }
            return running.containsAll(EXPECTED);
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
