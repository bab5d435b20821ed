package org.hathor.batch;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An option of a job, {@code --name value} on the command line.
 *
 * @param name kebab-case, without dashes
 * @param meaning one sentence, with the default
 */
public record JobOption(@JsonProperty("name") String name, @JsonProperty("meaning") String meaning) {}
