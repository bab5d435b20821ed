package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hathor.simulator.Randomness;
import org.hathor.simulator.music.Section.Kind;

/** The chords of a piece in musical time, without a gap. */
record Harmony(List<Span> spans) {
    private static final PatternBook BOOK = PatternBook.read("progressions.txt");

    /** A chord from one beat to another, counted in quarter notes from the piece's first. */
    record Span(double startBeat, double endBeat, int root, ChordQuality quality, Scale scale) {
        boolean holds(int midi) {
            return new Chord(startBeat, endBeat, root, quality).holds(midi);
        }
    }

    static Harmony of(Plan plan, Form form) {
        Map<Kind, String[]> progressions = new EnumMap<>(Kind.class);
        Randomness random = plan.randomness('H');
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            PatternBook.Choice all =
                    BOOK.of(plan.style(), plan.key().mode().name().toLowerCase(Locale.ROOT));
            PatternBook.Choice own = all.where(entry -> entry.columns().get(0).equals(name));
            PatternBook.Choice choice = own.isEmpty() || random.chance(0.5)
                    ? all.where(entry -> entry.columns().get(0).equals("any"))
                    : own;
            progressions.put(kind, choice.draw(random).columns().get(1).split(" "));
        }
        // What opens and closes a song is its verse.
        progressions.put(Kind.INTRO, progressions.get(Kind.VERSE));
        progressions.put(Kind.OUTRO, progressions.get(Kind.VERSE));
        String tonic = plan.key().mode() == Mode.MAJOR ? "I" : "i";
        boolean power = plan.style() == Style.METAL;
        List<Span> spans = new ArrayList<>();
        for (Section section : form.sections()) {
            String[] progression = progressions.get(section.kind());
            for (int bar = section.firstBar(); bar < section.endBar(); bar++) {
                String token = progression[(bar - section.firstBar()) % progression.length];
                if (bar == form.bars() - 1) {
                    token = tonic + (power ? "5" : "");
                } else if (bar == form.bars() - 2) {
                    token = "V" + (power ? "5" : "");
                }
                add(spans, plan.key(), 4.0 * bar, token.split(","));
            }
        }
        return new Harmony(List.copyOf(spans));
    }

    private static void add(List<Span> spans, Key key, double beat, String[] chords) {
        double length = 4.0 / chords.length;
        for (int i = 0; i < chords.length; i++) {
            Roman roman = Roman.parse(chords[i]);
            int root = Math.floorMod(key.tonic() + roman.semitones(), 12);
            double start = beat + i * length;
            spans.add(new Span(start, start + length, root, roman.quality(), Scale.of(key, root, roman.quality())));
        }
    }

    /** The chord at a beat; after the last one, the last. */
    Span at(double beat) {
        for (Span span : spans) {
            if (beat < span.endBeat() - 1e-9) {
                return span;
            }
        }
        return spans.get(spans.size() - 1);
    }

    List<Chord> chords(TimeGrid grid) {
        return spans.stream()
                .map(span -> new Chord(
                        grid.seconds(span.startBeat()), grid.seconds(span.endBeat()), span.root(), span.quality()))
                .toList();
    }
}
