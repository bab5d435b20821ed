package org.hathor.box.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a benchmark found: named figures, for a person as a table, for a script as one JSON object. */
final class Report {
    private final String name;
    private final Map<String, Number> figures = new LinkedHashMap<>();

    Report(String name) {
        this.name = name;
    }

    Report with(String figure, Number value) {
        figures.put(figure, value);
        return this;
    }

    void print(boolean json) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("bench", name);
            all.putAll(figures);
            try {
                System.out.println(new ObjectMapper().writeValueAsString(all));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            return;
        }
        System.out.println(name);
        figures.forEach((figure, value) -> System.out.printf("  %-44s %s%n", figure, text(value)));
    }

    private static String text(Number value) {
        return value instanceof Double ? "%,.3f".formatted(value.doubleValue()) : "%,d".formatted(value.longValue());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The value below which the given part of all values lies (nearest rank). */
    static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length) - 1)];
    }
}
