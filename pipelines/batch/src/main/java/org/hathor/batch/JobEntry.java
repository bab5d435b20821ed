package org.hathor.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A job as the registry lists it.
 *
 * @param name kebab-case
 * @param does one sentence
 * @param inputs tables, topics and folders it reads
 * @param outputs tables and folders it writes
 * @param after jobs that go before it on the same schedule
 * @param schedule cron expression, UTC
 * @param options what it can be told
 * @param configure makes the job, or refuses the options; nothing is read before that
 */
public record JobEntry(
        @JsonProperty("name") String name,
        @JsonProperty("does") String does,
        @JsonProperty("inputs") List<String> inputs,
        @JsonProperty("outputs") List<String> outputs,
        @JsonProperty("after") List<String> after,
        @JsonProperty("schedule") String schedule,
        @JsonProperty("options") List<JobOption> options,
        @JsonIgnore Function<JobOptions, Job> configure) {
    public JobEntry {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(does, "does is null");
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        after = List.copyOf(after);
        Objects.requireNonNull(schedule, "schedule is null");
        options = List.copyOf(options);
        Objects.requireNonNull(configure, "configure is null");
    }

    /** The class whose {@code main} runs it, with its name as first argument. */
    @JsonProperty("mainClass")
    public String mainClass() {
        return JobMain.class.getName();
    }
}
