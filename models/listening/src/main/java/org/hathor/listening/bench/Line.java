package org.hathor.listening.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a table: ours, the peer's and what was wanted. Made by {@link #of}, completed by the {@code with}
 * methods.
 *
 * @param what the figure's name with its unit
 * @param goal what must be reached, where something must
 * @param ours our figure, empty where it could not be measured
 * @param peer the peer's, empty where there is no peer
 * @param note how it was measured, or why not; may be empty
 */
public record Line(String what, Optional<Goal> goal, OptionalDouble ours, OptionalDouble peer, String note) {
    /** How a line stands to its goal. */
    public enum Verdict {
        /** The goal is met. */
        REACHED,
        /** It was measured and the goal is not met. */
        MISSED,
        /** A figure that the goal speaks of is absent: no data, no peer. */
        NOT_MEASURED,
        /** There is no goal; the figure is there to be read. */
        NO_GOAL
    }

    public Line {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(ours, "ours");
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(note, "note");
    }

    /** A line with a name and nothing else yet. */
    public static Line of(String what) {
        return new Line(what, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "");
    }

    /** The same with a goal. */
    public Line withGoal(Goal wanted) {
        return new Line(what, Optional.of(wanted), ours, peer, note);
    }

    /** The same with our figure. */
    public Line withOurs(double figure) {
        return new Line(what, goal, OptionalDouble.of(figure), peer, note);
    }

    /** The same with the peer's figure. */
    public Line withPeer(double figure) {
        return new Line(what, goal, ours, OptionalDouble.of(figure), note);
    }

    /** The same with the peer's figure where there is one. */
    public Line withPeer(OptionalDouble figure) {
        return new Line(what, goal, ours, figure, note);
    }

    /** The same with a note. */
    public Line withNote(String words) {
        return new Line(what, goal, ours, peer, words);
    }

    /** Our figure divided by the peer's, where there are both. */
    public OptionalDouble ratio() {
        return ours.isPresent() && peer.isPresent()
                ? OptionalDouble.of(ours.getAsDouble() / peer.getAsDouble())
                : OptionalDouble.empty();
    }

    /** How it stands to its goal. */
    public Verdict verdict() {
        if (goal.isEmpty()) {
            return Verdict.NO_GOAL;
        }
        if (goal.get().reachedBy(ours, peer)) {
            return Verdict.REACHED;
        }
        boolean peerMissing = goal.get().measure() != Goal.Measure.OURS && peer.isEmpty();
        return ours.isEmpty() || peerMissing ? Verdict.NOT_MEASURED : Verdict.MISSED;
    }

    /** As a JSON object; absent figures are left out. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", what);
        goal.ifPresent(wanted -> map.put("goal", wanted.toString()));
        ours.ifPresent(figure -> map.put("ours", figure));
        peer.ifPresent(figure -> map.put("peer", figure));
        ratio().ifPresent(figure -> map.put("ratio", figure));
        map.put("verdict", verdict().name().toLowerCase(Locale.ROOT));
        if (!note.isEmpty()) {
            map.put("note", note);
        }
        return map;
    }

    /** Four significant digits, for a person. */
    static String figure(double value) {
        double size = Math.abs(value);
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        String text = size < 1e-3
                ? String.format(Locale.ROOT, "%.1e", value)
                : size < 10
                        ? String.format(Locale.ROOT, "%.4f", value)
                        : size < 1000
                                ? String.format(Locale.ROOT, "%.1f", value)
                                : String.format(Locale.ROOT, "%,.0f", value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
