package org.hathor.streaming.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, each figure the median of the rounds: events a second, what part of the plain consumer's that is,
 * and processor time an event.
 *
 * @param options what was asked for
 * @param perSecond events a second, by way
 * @param cpuMicrosPerEvent microseconds of processor time an event, by way
 */
record Figures(BenchOptions options, Map<Way, Double> perSecond, Map<Way, Double> cpuMicrosPerEvent) {
    /** The medians of all rounds. */
    static Figures of(BenchOptions options, Map<Way, List<Throughput>> rounds) {
        return new Figures(
                options, medians(rounds, Throughput::perSecond), medians(rounds, Throughput::cpuMicrosPerEvent));
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
                json.writeNumberField(
                        way.figure() + "CpuMicrosPerEvent", Math.round(cpuMicrosPerEvent.get(way) * 1_000) / 1_000.0);
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
            text.append("  %-34s %,12.0f events/s %8.3f of the plain consumer %8.2f µs of processor time an event%n"
                    .formatted(way.text(), perSecond.get(way), ratio(way), cpuMicrosPerEvent.get(way)));
        }
        return text.toString();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static Map<Way, Double> medians(Map<Way, List<Throughput>> rounds, ToDoubleFunction<Throughput> figure) {
        Map<Way, Double> medians = new EnumMap<>(Way.class);
        rounds.forEach((way, measured) -> medians.put(way, median(measured, figure)));
        return medians;
    }

    private static double median(List<Throughput> measured, ToDoubleFunction<Throughput> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
