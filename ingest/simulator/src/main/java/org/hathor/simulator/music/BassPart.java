package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.List;
import org.hathor.simulator.Randomness;
import org.hathor.simulator.music.Section.Kind;

/** Writes what the bass plays, from one-bar lines of chord degrees. */
final class BassPart {
    private static final PatternBook BOOK = PatternBook.read("basslines.txt");

    /** E1, the lowest string of a bass guitar. */
    private static final int LOWEST = 28;

    private final Timing timing;
    private final Harmony harmony;
    private final double articulation;
    private final List<Tone> tones = new ArrayList<>();

    private BassPart(Plan plan, TimeGrid grid, Harmony harmony) {
        this.timing = new Timing(plan, grid, plan.randomness('B', 'T'));
        this.harmony = harmony;
        this.articulation =
                plan.quadrant() == Quadrant.Q1 ? 0.8 : plan.quadrant().aroused() ? 0.9 : 0.97;
    }

    static List<Tone> write(Plan plan, TimeGrid grid, Form form, Harmony harmony) {
        Randomness random = plan.randomness('B');
        PatternBook.Choice choice = BOOK.at(plan.style(), plan.tempoBpm())
                .where(entry -> entry.columns().get(0).length() == plan.stepsPerBar());
        String verse = choice.draw(random).columns().get(0);
        String chorus =
                random.chance(0.5) ? verse : choice.draw(random).columns().get(0);
        BassPart part = new BassPart(plan, grid, harmony);
        for (Section section : form.sections()) {
            boolean rests = random.chance(
                    switch (section.kind()) {
                        case INTRO -> 0.4;
                        case BRIDGE -> 0.2;
                        default -> 0;
                    });
            for (int bar = section.firstBar(); bar < section.endBar() && !rests; bar++) {
                String line = section.kind() == Kind.CHORUS ? chorus : verse;
                // The last bar is one note that rings.
                part.bar(bar, bar == form.bars() - 1 ? "1---------------" : line, 0.7 + 0.3 * section.intensity());
            }
        }
        return List.copyOf(part.tones);
    }

    private void bar(int bar, String line, double loudness) {
        double step = 4.0 / line.length();
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '.' || sign == '-') {
                continue;
            }
            int end = i + 1;
            while (end < line.length() && line.charAt(end) == '-') {
                end++;
            }
            double beat = 4.0 * bar + i * step;
            double endBeat = 4.0 * bar + end * step;
            double rest = end < line.length() && line.charAt(end) == '.' ? 0.6 * step : 0;
            double start = timing.played(beat);
            double stop = timing.exact(endBeat + rest);
            double onBeat = i * step % 1 == 0 ? 1 : 0.85;
            tones.add(new Tone(
                    start,
                    start + (stop - start) * articulation,
                    pitch(sign, beat, bar),
                    timing.velocity(0.85 * onBeat * loudness)));
        }
    }

    private int pitch(char sign, double beat, int bar) {
        Harmony.Span span = harmony.at(beat);
        int root = LOWEST + Math.floorMod(span.root() - LOWEST, 12);
        int[] intervals = span.quality().intervals();
        return switch (sign) {
            case '3' -> root + (intervals.length > 2 ? intervals[1] : 12);
            case '5' -> root + intervals[intervals.length > 2 ? 2 : 1];
            case '8' -> root + 12;
            case 'a' -> {
                int next = harmony.at(4.0 * bar + 4).root();
                int target = LOWEST + Math.floorMod(next - LOWEST, 12);
                yield span.scale().move(target, target > root ? -1 : 1);
            }
            default -> root;
        };
    }
}
