package org.hathor.simulator.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ComposerTest {
    private static final double SAME = 1e-9;

    @Property(tries = 50)
    void theSameSpecificationGivesTheSamePiece(@ForAll long seed) {
        PieceSpec spec = PieceSpec.random(seed);
        assertThat(PieceTruth.json(Composer.compose(spec))).isEqualTo(PieceTruth.json(Composer.compose(spec)));
    }

    @Property(tries = 100)
    void whatIsAskedForIsGiven(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 60, max = 200) double tempo,
            @ForAll Feel feel,
            @ForAll Mode mode,
            @ForAll Quadrant quadrant,
            @ForAll Style style) {
        Key key = new Key(Math.floorMod((int) seed, 12), mode);
        Piece piece = Composer.compose(PieceSpec.random(seed)
                .withTempo(tempo)
                .withFeel(feel)
                .withKey(key)
                .withQuadrant(quadrant)
                .withStyle(style));

        assertThat(piece.tempoBpm()).isCloseTo(tempo, within(feel == Feel.DRIFT ? 0.045 * tempo : 1e-6));
        assertThat(piece.feel()).isEqualTo(feel);
        assertThat(piece.key()).isEqualTo(key);
        assertThat(piece.quadrant()).isEqualTo(quadrant);
        assertThat(piece.style()).isEqualTo(style);
    }

    @Property(tries = 200)
    void beatsComeAtTheStatedTempoAndEveryFourthIsADownbeat(@ForAll long seed) {
        Piece piece = Composer.compose(PieceSpec.random(seed));
        double[] beats = piece.beats();
        double[] intervals = new double[beats.length - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = beats[i + 1] - beats[i];
            double share = intervals[i] * piece.tempoBpm() / 60;
            assertThat(share).isCloseTo(1, within(piece.feel() == Feel.DRIFT ? 0.085 : SAME));
        }
        Arrays.sort(intervals);
        int n = intervals.length;
        assertThat(60 / piece.tempoBpm()).isCloseTo((intervals[(n - 1) / 2] + intervals[n / 2]) / 2, within(SAME));
        double[] downbeats = piece.downbeats();
        assertThat(downbeats).hasSize(beats.length / 4);
        for (int bar = 0; bar < downbeats.length; bar++) {
            assertThat(downbeats[bar]).isEqualTo(beats[4 * bar]);
        }
        assertThat(beats[0]).isBetween(0.0, 0.5);
        assertThat(beats[beats.length - 1]).isLessThan(piece.spec().seconds());
    }

    @Property(tries = 200)
    void aDriftingTempoStaysWithinFourInAHundredOfItsMiddleAndDoesMove(@ForAll long seed) {
        double tempo = 60 + Math.floorMod(seed, 140L);
        double[] beats = Composer.compose(
                        PieceSpec.random(seed).withFeel(Feel.DRIFT).withTempo(tempo))
                .beats();
        double slowest = Double.MAX_VALUE;
        double fastest = 0;
        for (int i = 1; i < beats.length; i++) {
            double bpm = 60 / (beats[i] - beats[i - 1]);
            slowest = Math.min(slowest, bpm);
            fastest = Math.max(fastest, bpm);
        }
        assertThat(slowest).isGreaterThan(tempo / 1.0405);
        assertThat(fastest).isLessThan(tempo / 0.9595);
        assertThat(fastest / slowest).isGreaterThan(1.01);
    }

    @Property(tries = 100)
    void aPieceOfAnyLengthEndsBeforeItsSoundDoes(
            @ForAll long seed, @ForAll @DoubleRange(min = 5, max = 400) double seconds) {
        Piece piece = Composer.compose(PieceSpec.random(seed).withSeconds(seconds));
        List<Chord> chords = piece.chords();
        assertThat(chords.get(chords.size() - 1).end()).isLessThan(seconds);
        // Another bar would not have fitted.
        assertThat(chords.get(chords.size() - 1).end()).isGreaterThan(seconds - 4.7 * 60 / piece.tempoBpm() - 0.4);
        assertThat(piece.score().drums())
                .allSatisfy(strike -> assertThat(strike.start()).isBetween(0.0, seconds));
    }

    @Property(tries = 200)
    void chordsFollowEachOtherOnBeatsWithoutAGapAndEndAtHome(@ForAll long seed) {
        Piece piece = Composer.compose(PieceSpec.random(seed));
        List<Chord> chords = piece.chords();
        double[] beats = piece.beats();
        assertThat(chords.get(0).start()).isEqualTo(beats[0]);
        for (int i = 0; i < chords.size(); i++) {
            Chord chord = chords.get(i);
            assertThat(Arrays.binarySearch(beats, chord.start()))
                    .as("chord %d begins on a beat", i)
                    .isNotNegative();
            assertThat(chord.end()).isGreaterThan(chord.start());
            if (i > 0) {
                assertThat(chord.start()).isEqualTo(chords.get(i - 1).end());
            }
        }
        Chord last = chords.get(chords.size() - 1);
        assertThat(last.root()).isEqualTo(piece.key().tonic());
        assertThat(chords.get(chords.size() - 2).root())
                .isEqualTo(Math.floorMod(piece.key().tonic() + 7, 12));
    }

    @Property(tries = 150)
    void whatIsPlayedGoesWithTheChordOfItsMoment(@ForAll long seed) {
        Piece piece = Composer.compose(PieceSpec.random(seed));
        for (Layer layer : piece.score().other()) {
            if (layer.timbre() == piece.score().melody().instrument()) {
                continue;
            }
            for (Tone tone : layer.tones()) {
                assertThat(chordAt(piece, tone.start() + 0.01).holds(tone.midi()))
                        .as("%s plays %d at %.2f", layer.timbre(), tone.midi(), tone.start())
                        .isTrue();
            }
        }
        for (Note note : piece.melody()) {
            assertThat(fits(piece, note.start(), note.midi()))
                    .as("the tune has %d at %.2f", note.midi(), note.start())
                    .isTrue();
        }
        for (Tone tone : piece.score().bass().tones()) {
            assertThat(fits(piece, tone.start() + 0.01, tone.midi()))
                    .as("the bass has %d at %.2f", tone.midi(), tone.start())
                    .isTrue();
        }
    }

    /** A pitch of the chord, or of the key. */
    private static boolean fits(Piece piece, double seconds, int midi) {
        return chordAt(piece, seconds).holds(midi) || piece.key().holds(midi);
    }

    private static Chord chordAt(Piece piece, double seconds) {
        Chord found = piece.chords().get(0);
        for (Chord chord : piece.chords()) {
            if (chord.start() <= seconds) {
                found = chord;
            }
        }
        return found;
    }

    @Property(tries = 150)
    void onsetsAscendAndEachIsTheStartOfANote(@ForAll long seed) {
        Piece piece = Composer.compose(PieceSpec.random(seed));
        Set<Double> starts = new HashSet<>();
        piece.score().drums().forEach(strike -> starts.add(strike.start()));
        piece.score().bass().tones().forEach(tone -> starts.add(tone.start()));
        piece.score().other().forEach(layer -> layer.tones().forEach(tone -> starts.add(tone.start())));
        piece.melody().forEach(note -> starts.add(note.start()));
        double[] onsets = piece.onsets();
        for (int i = 0; i < onsets.length; i++) {
            assertThat(starts).contains(onsets[i]);
            if (i > 0) {
                assertThat(onsets[i] - onsets[i - 1]).isGreaterThan(0.03);
            }
        }
        // Nothing masks a full stroke on the bass drum.
        for (Strike strike : piece.score().drums()) {
            if (strike.drum() == Drum.KICK && strike.velocity() > 0.8) {
                assertThat(Arrays.stream(onsets).anyMatch(onset -> Math.abs(onset - strike.start()) <= 0.03))
                        .as("the bass drum at %.3f is heard", strike.start())
                        .isTrue();
            }
        }
    }

    @Property(tries = 150)
    void theTuneIsOneNoteAtATimeAndItsPitchStaysNearItsNotes(@ForAll long seed) {
        Piece piece = Composer.compose(PieceSpec.random(seed));
        List<Note> melody = piece.melody();
        float[] f0 = piece.melodyF0(0.005);
        for (int i = 0; i < melody.size(); i++) {
            Note note = melody.get(i);
            assertThat(note.end()).isGreaterThan(note.start());
            if (i > 0) {
                assertThat(note.start())
                        .isGreaterThanOrEqualTo(melody.get(i - 1).end() - SAME);
            }
            int middle = (int) Math.round((note.start() + 0.4 * (note.end() - note.start())) / 0.005);
            double semitones = 12 * Math.log(f0[middle] / 440.0) / Math.log(2) + 69 - note.midi();
            assertThat(f0[middle]).isPositive();
            assertThat(Math.abs(semitones)).isLessThan(note.end() - note.start() > 0.2 ? 0.6 : 8);
        }
        assertThat(f0[0]).isZero();
    }

    @Property(tries = 60)
    void theSecondHalvesOfSwungBeatsComeLate(@ForAll long seed) {
        Piece piece =
                Composer.compose(PieceSpec.random(seed).withStyle(Style.JAZZ).withFeel(Feel.SWING));
        double beat = 60 / piece.tempoBpm();
        List<Double> places = new ArrayList<>();
        for (Strike strike : piece.score().drums()) {
            double place = (strike.start() - piece.beats()[0]) / beat;
            double fraction = place - Math.floor(place);
            if (strike.drum() == Drum.RIDE && fraction > 0.2 && fraction < 0.8) {
                places.add(fraction);
            }
        }
        Assume.that(!places.isEmpty());
        double mean = places.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).isBetween(0.57, 0.68);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyStyleCanBePlayedAtEveryTempoInEveryFeel(Style style) {
        for (Feel feel : Feel.values()) {
            for (double tempo : new double[] {60, 85, 113, 141, 200}) {
                for (Quadrant quadrant : Quadrant.values()) {
                    Piece piece = Composer.compose(PieceSpec.random(7)
                            .withSeconds(12)
                            .withStyle(style)
                            .withFeel(feel)
                            .withTempo(tempo)
                            .withQuadrant(quadrant));
                    assertThat(piece.onsets().length).isGreaterThan(4);
                }
            }
        }
    }

    @Test
    void moodDecidesModeTempoAndRegister() {
        Map<Quadrant, Integer> major = new EnumMap<>(Quadrant.class);
        Map<Quadrant, Double> tempo = new EnumMap<>(Quadrant.class);
        Map<Quadrant, Double> chords = new EnumMap<>(Quadrant.class);
        int pieces = 100;
        for (Quadrant quadrant : Quadrant.values()) {
            for (int seed = 0; seed < pieces; seed++) {
                Piece piece = Composer.compose(PieceSpec.random(seed).withQuadrant(quadrant));
                major.merge(quadrant, piece.key().mode() == Mode.MAJOR ? 1 : 0, Integer::sum);
                tempo.merge(quadrant, piece.tempoBpm() / pieces, Double::sum);
                chords.merge(quadrant, Band.of(piece.plan()).register() / (double) pieces, Double::sum);
            }
        }
        assertThat(major.get(Quadrant.Q1)).isGreaterThan(80);
        assertThat(major.get(Quadrant.Q4)).isGreaterThan(80);
        assertThat(major.get(Quadrant.Q2)).isLessThan(20);
        assertThat(major.get(Quadrant.Q3)).isLessThan(20);
        assertThat(Math.min(tempo.get(Quadrant.Q1), tempo.get(Quadrant.Q2)))
                .isGreaterThan(Math.max(tempo.get(Quadrant.Q3), tempo.get(Quadrant.Q4)) + 30);
        assertThat(chords.get(Quadrant.Q1)).isGreaterThan(chords.get(Quadrant.Q3) + 4);
    }

    @Test
    void twoThousandPiecesAreAllDifferent() {
        Set<String> heard = new HashSet<>();
        for (int seed = 0; seed < 2_000; seed++) {
            Piece piece = Composer.compose(PieceSpec.random(seed));
            List<Integer> melody = piece.melody().stream().map(Note::midi).toList();
            List<String> chords = piece.chords().stream().map(Chord::text).toList();
            heard.add("%.1f %s %s".formatted(piece.tempoBpm(), chords, melody));
        }
        assertThat(heard.size()).isEqualTo(2_000);
    }
}
