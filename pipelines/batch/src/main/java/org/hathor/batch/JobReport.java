package org.hathor.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job tells when it is done.
 *
 * @param ok whether all is as it should be; a job that ran well but found something wrong says false
 * @param figures by name, in the order to be read: numbers, texts, lists and maps of these
 * @param lines for a person, a few
 */
public record JobReport(boolean ok, Map<String, Object> figures, List<String> lines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public JobReport {
        figures = new LinkedHashMap<>(figures);
        lines = List.copyOf(lines);
    }

    /** A report to be filled line by line. */
    public static Builder builder() {
        return new Builder();
    }

    /** One line of JSON: job, ok, seconds, and the figures. */
    public String toJson(String job, double seconds) {
        ObjectNode node = JSON.createObjectNode();
        node.put("job", job);
        node.put("ok", ok);
        node.put("seconds", Math.round(seconds * 10) / 10.0);
        figures.forEach((name, value) -> node.set(name, JSON.valueToTree(value)));
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are numbers, texts, lists and maps", e);
        }
    }

    /** Gathers a report. */
    public static final class Builder {
        private final Map<String, Object> figures = new LinkedHashMap<>();
        private final List<String> lines = new ArrayList<>();

        public Builder figure(String name, Object value) {
            figures.put(name, value);
            return this;
        }

        public Builder line(String format, Object... values) {
            lines.add(String.format(java.util.Locale.ROOT, format, values));
            return this;
        }

        public JobReport ok() {
            return new JobReport(true, figures, lines);
        }

        /** The job found something that a person must look at. */
        public JobReport notOk() {
            return new JobReport(false, figures, lines);
        }
    }
}
