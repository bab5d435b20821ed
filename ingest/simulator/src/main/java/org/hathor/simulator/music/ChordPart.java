package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hathor.simulator.Randomness;
import org.hathor.simulator.music.Section.Drumming;
import org.hathor.simulator.music.Section.Kind;

/** Writes the accompaniment: chords in a rhythm, broken chords, and chords held under them. */
final class ChordPart {
    private static final PatternBook BOOK = PatternBook.read("comping.txt");
    private static final double STRUM_SECONDS = 0.007;

    private final Plan plan;
    private final Timing timing;
    private final Harmony harmony;
    private final Form form;
    private final Band band;

    private ChordPart(Plan plan, TimeGrid grid, Form form, Harmony harmony, Band band) {
        this.plan = plan;
        this.timing = new Timing(plan, grid, plan.randomness('O', 'T'));
        this.form = form;
        this.harmony = harmony;
        this.band = band;
    }

    static List<Layer> write(Plan plan, TimeGrid grid, Form form, Harmony harmony, Band band) {
        ChordPart part = new ChordPart(plan, grid, form, harmony, band);
        Randomness random = plan.randomness('O');
        PatternBook.Choice choice = BOOK.at(plan.style(), plan.tempoBpm())
                .where(entry -> entry.columns().get(1).length() == plan.stepsPerBar());
        PatternBook.Choice chords = choice.where(entry -> entry.columns().get(0).equals("chords"));
        PatternBook.Choice arpeggios =
                choice.where(entry -> entry.columns().get(0).equals("arpeggio"));
        String verse = chords.draw(random).columns().get(1);
        String chorus =
                random.chance(0.5) ? verse : chords.draw(random).columns().get(1);
        String arpeggio = arpeggios.draw(random).columns().get(1);
        int register = band.register();
        double pan = 0.15 + 0.3 * random.uniform();
        double side = random.chance(0.5) ? 1 : -1;
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(band.comp(), 1, side * pan, part.figure(verse, chorus, register, band.comp(), Role.COMP)));
        layers.add(new Layer(
                band.arpeggio(),
                0.8,
                -side * pan,
                part.figure(arpeggio, arpeggio, register + 7, band.arpeggio(), Role.ARPEGGIO)));
        layers.add(new Layer(band.pad(), 0.7, 0, part.held(register + 2)));
        layers.removeIf(layer -> layer.tones().isEmpty());
        return layers;
    }

    private enum Role {
        COMP,
        ARPEGGIO
    }

    private boolean plays(Role role, Section section) {
        boolean bare = section.drums() == Drumming.NONE;
        return switch (role) {
            case COMP -> section.kind() != Kind.INTRO || !bare || !band.arpeggiates();
            // Without drums the broken chords keep the beat.
            case ARPEGGIO -> band.arpeggiates() && (bare || section.kind() == Kind.CHORUS || band.gentle());
        };
    }

    private List<Tone> figure(String verse, String chorus, int register, Timbre timbre, Role role) {
        List<Tone> tones = new ArrayList<>();
        Voicing voicing = new Voicing(register, plan.style() == Style.METAL ? 3 : 4);
        Harmony.Span last = null;
        int[] voices = {};
        for (Section section : form.sections()) {
            String figure = section.kind() == Kind.CHORUS ? chorus : verse;
            double loudness = 0.7 + 0.3 * section.intensity();
            for (int bar = section.firstBar(); bar < section.endBar(); bar++) {
                boolean end = bar == form.bars() - 1;
                String line = end ? "X---------------" : figure;
                // Who breaks chords joins in the last one, but does not come for that alone.
                boolean sounds = end ? role == Role.COMP || !tones.isEmpty() : plays(role, section);
                double step = 4.0 / line.length();
                for (int i = 0; i < line.length(); i++) {
                    char sign = line.charAt(i);
                    Harmony.Span span = harmony.at(4.0 * bar + i * step);
                    if (!span.equals(last)) {
                        voices = voicing.next(span.root(), span.quality());
                        last = span;
                    }
                    if (sign == '.' || sign == '-' || !sounds) {
                        continue;
                    }
                    double beat = 4.0 * bar + i * step;
                    double stop = timing.exact(beat + step * held(line, i));
                    if (Character.isDigit(sign)) {
                        int voice = Math.min(sign - '0', voices.length - 1);
                        double velocity = (i * step % 1 == 0 ? 0.8 : 0.6) * loudness;
                        tones.add(tone(timing.played(beat), stop, voices[voice], velocity));
                    } else {
                        strum(tones, beat, stop, voices, Timing.velocity(sign) * loudness, timbre);
                    }
                }
            }
        }
        tones.sort(Comparator.comparingDouble(Tone::start));
        return tones;
    }

    private static double held(String line, int from) {
        int end = from + 1;
        while (end < line.length() && line.charAt(end) == '-') {
            end++;
        }
        return end - from;
    }

    private void strum(List<Tone> tones, double beat, double stop, int[] voices, double velocity, Timbre timbre) {
        double start = timing.played(beat);
        for (int voice = 0; voice < voices.length; voice++) {
            double late = timbre.plucked() ? voice * STRUM_SECONDS : 0;
            tones.add(tone(start + late, stop, voices[voice], velocity));
        }
    }

    private Tone tone(double start, double stop, int midi, double velocity) {
        double articulation =
                switch (plan.quadrant()) {
                    case Q1 -> 0.75;
                    case Q2 -> 0.85;
                    case Q3 -> 1;
                    case Q4 -> 0.97;
                };
        double length = Math.max(0.06, (stop - start) * articulation);
        return new Tone(start, start + length, midi, timing.velocity(velocity));
    }

    private List<Tone> held(int register) {
        List<Tone> tones = new ArrayList<>();
        Voicing voicing = new Voicing(register, 3);
        for (Harmony.Span span : harmony.spans()) {
            Section section = form.at((int) (span.startBeat() / 4));
            boolean wanted =
                    band.holds() && (section.kind() == Kind.CHORUS || section.kind() == Kind.BRIDGE || band.gentle());
            int[] voices = voicing.next(span.root(), span.quality());
            if (wanted) {
                for (int midi : voices) {
                    tones.add(new Tone(timing.exact(span.startBeat()), timing.exact(span.endBeat()), midi, 0.7));
                }
            }
        }
        return tones;
    }
}
