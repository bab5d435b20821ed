package org.hathor.box.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** The few lines that a demo ends its jobs with. */
final class DemoSummary {
    private DemoSummary() {}

    static String of(JsonNode past, JsonNode overview, Map<String, JsonNode> jobs, JsonNode truth) {
        JsonNode training = jobs.get("train-recommendations");
        JsonNode reconciled = jobs.get("reconcile");
        StringBuilder text = new StringBuilder("\n  What happened\n");
        line(
                text,
                "events acknowledged",
                "%,d (and %,d sent twice on purpose)",
                past.path("accepted").asLong(),
                past.path("repeats").asLong());
        line(
                text,
                "listens the population made",
                "%,d, of them qualified %,d",
                past.path("listens").asLong(),
                past.path("qualifiedListens").asLong());
        line(
                text,
                "listens counted, live ones too",
                "%,d, of them qualified %,d",
                overview.path("listens").asLong(),
                overview.path("qualifiedListens").asLong());
        line(
                text,
                "model, held-out listens",
                "NDCG@100 %.3f, popularity %.3f: %s",
                training.at("/quality/ndcgAt100").asDouble(),
                training.at("/popularity/ndcgAt100").asDouble(),
                training.path("promoted").asBoolean() ? "promoted" : "not promoted");
        line(
                text,
                "model, by the listeners' true taste",
                "NDCG@%d %.3f, popularity %.3f, over %,d listeners",
                truth.path("k").asInt(),
                truth.path("ndcg").asDouble(),
                truth.path("popularityNdcg").asDouble(),
                truth.path("users").asInt());
        line(
                text,
                "reconciliation",
                "%,d listens in ClickHouse, %,d in the lake, %,d differences",
                reconciled.path("clickhouseListens").asLong(),
                reconciled.path("lakeListens").asLong(),
                reconciled.path("differences").asLong());
        JsonNode heard = jobs.get("extract-audio-features");
        JsonNode fingerprints = jobs.get("build-fingerprints");
        line(
                text,
                "recordings",
                "%,d heard, %,d refused; tempo, key, loudness and more of each in the lake, %,d fingerprints",
                heard.path("analysed").asLong() + heard.path("unchanged").asLong(),
                heard.path("quarantined").asLong(),
                fingerprints.path("objects").asLong()
                        - fingerprints.path("quarantined").asLong());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String format, Object... values) {
        text.append("  %-38s ".formatted(name))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
