package org.hathor.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import org.hathor.simulator.EventSink.Outcome;
import org.hathor.simulator.SimulatorMain.Plan;
import org.hathor.simulator.Tally.Detail;

/** Tells how a run goes: progress on the error stream, a summary at the end, and the file of exact counts. */
final class RunReport implements SimulationRun.Listening {
    private static final long TRUTH_EVERY_NANOS = 15_000_000_000L;

    private final Plan plan;
    private final Tally tally;
    private final EventSink sink;
    private final Path truth;
    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;
    private final long startedNanos = System.nanoTime();
    private long progressNanos = startedNanos;
    private long progressEvents;
    private long truthNanos = startedNanos;
    private String stage = "history";

    /** @param truth where the exact counts are kept; null for nowhere */
    RunReport(Plan plan, Tally tally, EventSink sink, Path truth, boolean json, PrintWriter out, PrintWriter err) {
        this.plan = plan;
        this.tally = tally;
        this.sink = sink;
        this.truth = truth;
        this.json = json;
        this.out = out;
        this.err = err;
        if (plan.liveFromMs().isEmpty()) {
            stage = "replay";
        }
    }

    @Override
    public void progress(SimulatedEvent latest) throws IOException {
        Outcome outcome = sink.outcome();
        long now = System.nanoTime();
        double perSecond = (outcome.accepted() - progressEvents) / ((now - progressNanos) / 1e9);
        err.println("%s · %s · %,d events · %,.0f/s · %,d rejected · %,d retries"
                .formatted(
                        stage,
                        Instant.ofEpochMilli(latest.sentMs() / 1000 * 1000),
                        outcome.accepted(),
                        perSecond,
                        outcome.rejectedTotal(),
                        outcome.retries()));
        err.flush();
        progressNanos = now;
        progressEvents = outcome.accepted();
        if (now - truthNanos >= TRUTH_EVERY_NANOS) {
            truthNanos = now;
            writeTruth();
        }
    }

    @Override
    public void historySent() throws IOException {
        if (plan.liveFromMs().isPresent()) {
            if (plan.fromMs() < plan.liveFromMs().getAsLong()) {
                summarise("history");
            }
            stage = "live";
            writeTruth();
        }
    }

    /** Writes the summary and the final counts. */
    void end() throws IOException {
        stage = "end";
        summarise("end");
        writeTruth();
    }

    private void summarise(String what) throws IOException {
        Outcome outcome = sink.outcome();
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        if (json) {
            StringWriter text = new StringWriter();
            try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
                generator.writeStartObject();
                generator.writeStringField("stage", what);
                outcome(generator, outcome);
                generator.writeNumberField("listens", tally.total().listens());
                generator.writeNumberField("qualifiedListens", tally.total().qualifiedListens());
                generator.writeNumberField("seconds", Math.round(seconds * 1000) / 1000.0);
                generator.writeEndObject();
            }
            out.println(text);
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "%s: %,d events accepted in %.1f s (%,.0f/s): %,d listens, %,d of them qualified; %,d repeats, %,d rejected %s",
                    what,
                    outcome.accepted(),
                    seconds,
                    outcome.accepted() / seconds,
                    tally.total().listens(),
                    tally.total().qualifiedListens(),
                    outcome.repeats(),
                    outcome.rejectedTotal(),
                    outcome.rejected()));
        }
        out.flush();
    }

    private void writeTruth() throws IOException {
        if (truth == null) {
            return;
        }
        Path partial = truth.resolveSibling(truth.getFileName() + ".part");
        try (JsonGenerator generator =
                new JsonFactory().createGenerator(Files.newBufferedWriter(partial, StandardCharsets.UTF_8))) {
            SimulationConfig config = plan.world().config();
            generator.writeStartObject();
            generator.writeStringField("stage", stage);
            generator.writeObjectFieldStart("world");
            generator.writeNumberField("seed", config.seed());
            generator.writeNumberField("users", config.users());
            generator.writeNumberField("artists", config.artists());
            generator.writeNumberField("tracks", config.tracks());
            generator.writeNumberField("late", config.lateShare());
            generator.writeNumberField("duplicates", config.duplicateShare());
            generator.writeEndObject();
            generator.writeStringField(
                    "from", Instant.ofEpochMilli(plan.fromMs()).toString());
            if (plan.liveFromMs().isPresent()) {
                generator.writeStringField(
                        "liveFrom",
                        Instant.ofEpochMilli(plan.liveFromMs().getAsLong()).toString());
            }
            generator.writeObjectFieldStart("sent");
            outcome(generator, sink.outcome());
            generator.writeEndObject();
            tally.write(generator, Detail.TRACKS);
            generator.writeEndObject();
        }
        Files.move(partial, truth, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void outcome(JsonGenerator generator, Outcome outcome) throws IOException {
        generator.writeNumberField("accepted", outcome.accepted());
        generator.writeNumberField("repeats", outcome.repeats());
        generator.writeNumberField("retries", outcome.retries());
        generator.writeObjectFieldStart("rejected");
        for (var entry : outcome.rejected().entrySet()) {
            generator.writeNumberField(entry.getKey(), entry.getValue());
        }
        generator.writeEndObject();
    }
}
