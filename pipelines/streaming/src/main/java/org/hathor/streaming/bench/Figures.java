package org.hathor.streaming.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured: events a second by way, the median of its rounds, and what part of the plain consumer's that is.
 *
 * @param options what was asked for
 * @param perSecond events a second, by way
 */
record Figures(BenchOptions options, Map<Way, Double> perSecond) {
    /** The medians of all rounds. */
    static Figures of(BenchOptions options, Map<Way, List<Throughput>> rounds) {
        Map<Way, Double> medians = new EnumMap<>(Way.class);
        rounds.forEach((way, measured) -> medians.put(way, median(measured)));
        return new Figures(options, medians);
    }

    /** Of the plain consumer's events a second. */
    double ratio(Way way) {
        return perSecond.get(way) / perSecond.get(Way.PLAIN_CONSUMER);
    }

    /** One JSON object on one line. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("bench", "stream");
            json.writeNumberField("events", options.events());
            json.writeNumberField("rounds", options.rounds());
            json.writeNumberField("parallelism", options.parallelism());
            json.writeNumberField("processors", processors());
            for (Way way : Way.values()) {
                json.writeNumberField(way.figure() + "PerSecond", Math.round(perSecond.get(way)));
                if (way != Way.PLAIN_CONSUMER && way != Way.PLAIN_DECODING_CONSUMER) {
                    json.writeNumberField(way.figure() + "Ratio", Math.round(ratio(way) * 1_000) / 1_000.0);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** For a person. */
    String table() {
        StringBuilder text =
                new StringBuilder("%,d listens, median of %d rounds, Flink jobs with parallelism %d on %d processors%n"
                        .formatted(options.events(), options.rounds(), options.parallelism(), processors()));
        text.append("from the first listen read to the last one worked through; starting up is left out%n".formatted());
        for (Way way : Way.values()) {
            text.append("  %-34s %,12.0f events/s %8.3f of the plain consumer%n"
                    .formatted(way.text(), perSecond.get(way), ratio(way)));
        }
        return text.toString();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double median(List<Throughput> measured) {
        double[] sorted =
                measured.stream().mapToDouble(Throughput::perSecond).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
