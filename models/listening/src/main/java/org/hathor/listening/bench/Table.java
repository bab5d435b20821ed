package org.hathor.listening.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a section found.
 *
 * @param title the section's name
 * @param peer who the peer is, with its version; empty where there is none
 * @param lines the figures
 */
public record Table(String title, String peer, List<Line> lines) {
    public Table {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(peer, "peer");
        lines = List.copyOf(lines);
    }

    /** A table whose figures have no peer. */
    public static Table of(String title, List<Line> lines) {
        return new Table(title, "", lines);
    }

    /** Whether no goal was missed; what could not be measured counts as neither. */
    public boolean nothingMissed() {
        return lines.stream().noneMatch(line -> line.verdict() == Line.Verdict.MISSED);
    }

    /** As a JSON object. */
    Map<String, Object> toMap() {
        return Map.of(
                "section", title,
                "peer", peer,
                "lines", lines.stream().map(Line::toMap).toList());
    }

    /** For a person: a line a figure, with goal, ours, the peer's and the ratio. */
    void print(PrintStream out) {
        int width = Math.max(
                30, lines.stream().mapToInt(line -> line.what().length()).max().orElse(0));
        String shape = "  %-" + width + "s  %12s  %10s  %10s  %9s  %s%n";
        out.println();
        out.println(title + (peer.isEmpty() ? "" : " (peer: " + peer + ")"));
        out.printf(shape, "", "goal", "ours", "peer", "ratio", "");
        for (Line line : lines) {
            out.printf(
                    shape,
                    line.what(),
                    line.goal().map(Goal::toString).orElse(""),
                    text(line.ours()),
                    text(line.peer()),
                    text(line.ratio()),
                    verdict(line) + (line.note().isEmpty() ? "" : "  " + line.note()));
        }
        out.flush();
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Line.figure(value.getAsDouble()) : "–";
    }

    private static String verdict(Line line) {
        return switch (line.verdict()) {
            case REACHED -> "reached";
            case MISSED -> "MISSED";
            case NOT_MEASURED -> "not measured";
            case NO_GOAL -> "";
        };
    }
}
