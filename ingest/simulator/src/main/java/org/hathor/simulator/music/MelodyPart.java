package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hathor.simulator.Randomness;
import org.hathor.simulator.music.Section.Kind;

/**
 * Writes the tune: each kind of section has two motifs of a bar that come back, beginning on a chord tone each time and
 * moving by step; a breath after every second bar; and it ends on the tonic.
 */
final class MelodyPart {
    private static final int RANGE = 8;

    private final Plan plan;
    private final TimeGrid grid;
    private final Harmony harmony;
    private final int centre;
    private final List<Note> notes = new ArrayList<>();
    private Harmony.Span lastSpan;

    /** A note of a motif: where in its bar, how many steps of the scale from the one before. */
    private record Step(double beat, int steps) {}

    private MelodyPart(Plan plan, TimeGrid grid, Harmony harmony, int centre) {
        this.plan = plan;
        this.grid = grid;
        this.harmony = harmony;
        this.centre = centre;
    }

    static Melody write(Plan plan, TimeGrid grid, Form form, Harmony harmony, Band band) {
        Singer singer = Singer.of(plan);
        int centre = plan.instrumental() ? band.lead().centre() : singer.centre();
        MelodyPart part = new MelodyPart(plan, grid, harmony, centre);
        Map<Kind, List<List<Step>>> motifs = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Randomness random = plan.randomness('M', kind.name().hashCode());
            motifs.put(kind, List.of(part.motif(random), part.motif(random)));
        }
        boolean bridge = plan.randomness('M').chance(0.5);
        for (Section section : form.sections()) {
            switch (section.kind()) {
                case VERSE, CHORUS -> part.section(section, motifs.get(section.kind()));
                case BRIDGE -> {
                    if (bridge) {
                        part.section(section, motifs.get(section.kind()));
                    }
                }
                default -> {}
            }
        }
        part.finalNote(form);
        Randomness syllables = plan.randomness('M', 'S');
        List<Syllable> sung = new ArrayList<>();
        for (int i = 0; i < part.notes.size() && !plan.instrumental(); i++) {
            Note before = i == 0 ? null : part.notes.get(i - 1);
            sung.add(Syllable.draw(before, part.notes.get(i), syllables));
        }
        return new Melody(List.copyOf(part.notes), List.copyOf(sung), singer, plan.instrumental() ? band.lead() : null);
    }

    private List<Step> motif(Randomness random) {
        double notesPerSecond = plan.quadrant().aroused() ? 2.6 : 1.5;
        double barSeconds = 240 / plan.tempoBpm();
        int slots = plan.feel() == Feel.TRIPLET ? 12 : 8;
        long wanted = Math.round(notesPerSecond * barSeconds * (0.8 + 0.4 * random.uniform()));
        int count = (int) Math.max(2, Math.min(slots - 1, wanted));
        double[] weights = new double[slots];
        for (int slot = 0; slot < slots; slot++) {
            int part = slot % (slots / 4);
            boolean last = part == slots / 4 - 1;
            weights[slot] = slot == 0 ? 4 : part == 0 ? 2 : last ? 0.9 : 0.35;
        }
        boolean[] chosen = new boolean[slots];
        for (int i = 0; i < count; i++) {
            int slot = random.weighted(weights);
            chosen[slot] = true;
            weights[slot] = 0;
        }
        List<Step> motif = new ArrayList<>();
        int direction = random.chance(0.5) ? 1 : -1;
        for (int slot = 0; slot < slots; slot++) {
            if (chosen[slot]) {
                int size = random.weighted(0.12, 0.5, 0.26, 0.12);
                motif.add(new Step(slot * 4.0 / slots, direction * size));
                direction = random.chance(0.35) ? -direction : direction;
            }
        }
        return motif;
    }

    private void section(Section section, List<List<Step>> motifs) {
        // Choruses lie higher.
        int middle = centre + (section.kind() == Kind.CHORUS ? 2 : 0);
        int pitch = middle;
        for (int bar = section.firstBar(); bar < section.endBar(); bar++) {
            int inSection = bar - section.firstBar();
            boolean closing = inSection % 2 == 1 || bar == section.endBar() - 1;
            List<Step> motif = motifs.get(inSection % 4 == 3 ? 1 : inSection % 2);
            pitch = bar(bar, motif, pitch, middle, closing);
            if (bar == section.endBar() - 1) {
                close();
            }
        }
    }

    private int bar(int bar, List<Step> motif, int from, int middle, boolean closing) {
        int pitch = from;
        // A phrase leaves room to breathe at its end.
        double until = closing ? 3.25 : 4;
        for (int i = 0; i < motif.size() && motif.get(i).beat() < until - 0.5; i++) {
            Step step = motif.get(i);
            double beat = 4.0 * bar + step.beat();
            Harmony.Span span = harmony.at(beat);
            boolean strong = step.beat() % 1 == 0;
            pitch = i == 0 ? toChord(span, pitch, middle) : within(span.scale(), pitch, step.steps(), middle);
            if (strong && i > 0 && step.beat() % 2 == 0) {
                pitch = toChord(span, pitch, middle);
            }
            double end = until;
            if (i + 1 < motif.size() && motif.get(i + 1).beat() < until - 0.5) {
                end = motif.get(i + 1).beat();
            }
            add(beat, 4.0 * bar + Math.min(end, step.beat() + 2), span, pitch);
        }
        return pitch;
    }

    /** A section's tune comes home, if the harmony lets it: its last note moves to the tonic where that is near. */
    private void close() {
        Note last = notes.get(notes.size() - 1);
        int up = Math.floorMod(plan.key().tonic() - last.midi(), 12);
        int moved = last.midi() + (up > 6 ? up - 12 : up);
        if (Math.abs(moved - last.midi()) <= 4 && lastSpan.holds(moved)) {
            notes.set(notes.size() - 1, new Note(last.start(), last.end(), moved));
        }
    }

    private void add(double beat, double endBeat, Harmony.Span span, int midi) {
        lastSpan = span;
        // A note held over a change of harmony stops where it would clash.
        double until = endBeat;
        if (until > span.endBeat() && !harmony.at(span.endBeat()).scale().holds(midi)) {
            until = span.endBeat();
        }
        double start = grid.seconds(beat);
        double stop = grid.seconds(until);
        double articulation =
                switch (plan.quadrant()) {
                    case Q1 -> 0.86;
                    case Q2 -> 0.92;
                    case Q3, Q4 -> 1;
                };
        notes.add(new Note(start, start + Math.max(0.09, (stop - start) * articulation), midi));
    }

    private void finalNote(Form form) {
        double beat = 4.0 * (form.bars() - 1);
        int tonic = centre - 6 + Math.floorMod(plan.key().tonic() - centre + 6, 12);
        notes.add(new Note(grid.seconds(beat), grid.seconds(beat + 3), tonic));
    }

    private int toChord(Harmony.Span span, int near, int middle) {
        int wanted = Math.max(middle - RANGE, Math.min(middle + RANGE, near));
        for (int distance = 0; ; distance++) {
            int below = wanted - distance;
            int above = wanted + distance;
            if (span.holds(wanted >= middle ? below : above)) {
                return wanted >= middle ? below : above;
            }
            if (span.holds(wanted >= middle ? above : below)) {
                return wanted >= middle ? above : below;
            }
        }
    }

    private static int within(Scale scale, int pitch, int steps, int middle) {
        int start = scale.nearest(pitch);
        int moved = scale.move(start, steps);
        return Math.abs(moved - middle) > RANGE ? scale.move(start, -steps) : moved;
    }
}
