package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintIndexTest {
    private static final int TRACKS = 16;
    private static final double SECONDS = 14;

    private static float[][] pieces;
    private static FingerprintIndex index;

    @BeforeAll
    static void fill() {
        pieces = IntStream.range(0, TRACKS)
                .mapToObj(track -> Pieces.piece(300 + track, SECONDS))
                .toArray(float[][]::new);
        index = new FingerprintIndex();
        for (int track = 0; track < TRACKS; track++) {
            index.add("track-" + track, new Fingerprinter().track(pieces[track], Pieces.SAMPLE_RATE));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 3.3333, 6.789, 8.5})
    void theOffsetIsFound(double offset) {
        Match match =
                index.identify(query(Pieces.excerpt(pieces[5], offset, 5))).orElseThrow();

        assertThat(match.trackId()).isEqualTo("track-5");
        assertThat(match.offsetSeconds()).isCloseTo(offset, within(0.012));
        assertThat(match.speedRatio()).isCloseTo(1, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({"2,0.97", "3,0.98", "4,0.991", "5,1.0125", "6,1.02", "7,1.03"})
    void anotherSpeedIsFoundAndTold(int track, double speed) {
        float[] played = Pieces.faster(Pieces.excerpt(pieces[track], 4, 5 * speed + 0.1), speed);

        Match match = index.identify(query(played)).orElseThrow();

        assertThat(match.trackId()).isEqualTo("track-" + track);
        assertThat(match.offsetSeconds()).isCloseTo(4, within(0.05));
        assertThat(match.speedRatio()).isCloseTo(speed, within(0.002));
    }

    @Test
    void noiseAsLoudAsTheMusicHidesFew() {
        Random random = new Random(7);
        int found = 0;
        for (int track = 0; track < TRACKS; track++) {
            float[] noisy = Pieces.noisy(Pieces.excerpt(pieces[track], 2 + random.nextInt(6), 5), 0, random);
            String expected = "track-" + track;
            found += index.identify(query(noisy))
                            .filter(match -> match.trackId().equals(expected))
                            .isPresent()
                    ? 1
                    : 0;
        }

        assertThat(found).isEqualTo(TRACKS);
    }

    @Test
    void anotherRecordingIsARivalAndACopyIsNone() {
        FingerprintIndex copied = new FingerprintIndex();
        Fingerprinter fingerprinter = new Fingerprinter();
        for (int track = 0; track < TRACKS; track++) {
            copied.add("track-" + track, fingerprinter.track(pieces[track], Pieces.SAMPLE_RATE));
        }
        float[] copy = Pieces.noisy(pieces[5], 30, new Random(8));
        copied.add("copy", fingerprinter.track(copy, Pieces.SAMPLE_RATE));
        Query query = query(Pieces.excerpt(pieces[5], 4, 5));
        Search search = new Search(copied.postings(), query.constellation(), Search.NONE)
                .at(1, query.bands(1).rises(), 300);

        Search.Candidate best = search.ranked().get(0);
        Search.Candidate second = search.ranked().get(1);
        double next = search.ranked().stream()
                .skip(2)
                .mapToDouble(third -> third.correlation() / best.correlation())
                .findFirst()
                .orElse(0);
        assertThat(new int[] {best.track(), second.track()}).containsExactlyInAnyOrder(5, TRACKS);
        assertThat(second.correlation() / best.correlation()).isGreaterThan(0.8);
        assertThat(search.rivalry(best)).isEqualTo(next).isLessThan(0.8);
    }

    @Test
    void aTrackWithTheSameEndingAfterOtherMusicIsARival() {
        FingerprintIndex ended = new FingerprintIndex();
        Fingerprinter fingerprinter = new Fingerprinter();
        float[] other = pieces[6].clone();
        int ending = (int) (9 * Pieces.SAMPLE_RATE);
        System.arraycopy(pieces[5], ending, other, ending, Math.min(pieces[5].length, other.length) - ending);
        ended.add("one", fingerprinter.track(pieces[5], Pieces.SAMPLE_RATE));
        ended.add("other", fingerprinter.track(other, Pieces.SAMPLE_RATE));
        Query query = query(Pieces.excerpt(pieces[5], 9, 5));

        Search search = new Search(ended.postings(), query.constellation(), Search.NONE)
                .at(1, query.bands(1).rises(), 300);

        assertThat(search.ranked()).hasSize(2);
        assertThat(search.rivalry(search.ranked().get(0))).isGreaterThan(0.9);
    }

    @Test
    void aPieceThatIsNotInTheIndexIsNotAnswered() {
        for (int seed = 900; seed < 908; seed++) {
            assertThat(index.identify(query(Pieces.piece(seed, 5)))).isEmpty();
        }
    }

    @Test
    void aPieceThatSharesTheDrumsOfATrackIsNotAnswered() {
        float[] drums = Pieces.drums(499, SECONDS);
        FingerprintIndex drummed = new FingerprintIndex();
        for (int seed = 500; seed < 504; seed++) {
            drummed.add("drummed-" + seed, new Fingerprinter().track(overDrums(seed, drums), Pieces.SAMPLE_RATE));
        }

        for (int seed = 510; seed < 514; seed++) {
            assertThat(drummed.identify(query(Pieces.excerpt(overDrums(seed, drums), 5, 5))))
                    .isEmpty();
        }
        assertThat(drummed.identify(query(Pieces.excerpt(overDrums(502, drums), 5, 5))))
                .hasValueSatisfying(match -> assertThat(match.trackId()).isEqualTo("drummed-502"));

        // the drums are loud enough to be known again
        drummed.add("drums", new Fingerprinter().track(drums, Pieces.SAMPLE_RATE));
        assertThat(drummed.identify(query(Pieces.noisy(Pieces.excerpt(drums, 5, 5), 10, new Random(4)))))
                .hasValueSatisfying(match -> assertThat(match.trackId()).isEqualTo("drums"));
    }

    /** Of 3,000 pairs, these share the most: held notes with one vibrato, chords at one tempo. */
    @ParameterizedTest
    @CsvSource({"510213,500084", "510302,500351", "510176,500325", "510013,500066"})
    void aPieceMadeOfTheSoundsOfATrackIsNotAnswered(long stranger, long track) {
        FingerprintIndex alike = new FingerprintIndex();
        float[] known = Pieces.piece(track, 30);
        alike.add("alike", new Fingerprinter().track(known, Pieces.SAMPLE_RATE));
        for (int i = 0; i < TRACKS; i++) {
            alike.add("track-" + i, new Fingerprinter().track(pieces[i], Pieces.SAMPLE_RATE));
        }
        float[] unknown = Pieces.piece(stranger, 30);

        for (double from = 0; from <= 25; from += 2.5) {
            assertThat(alike.identify(query(Pieces.excerpt(unknown, from, 5)))).isEmpty();
        }
        assertThat(alike.identify(query(Pieces.noisy(Pieces.excerpt(known, 12, 5), 0, new Random(5)))))
                .hasValueSatisfying(match -> assertThat(match.trackId()).isEqualTo("alike"));
    }

    @Test
    void aCopyInTheIndexKeepsNoTrackFromBeingFound() {
        FingerprintIndex twice = new FingerprintIndex();
        Fingerprint track = new Fingerprinter().track(pieces[4], Pieces.SAMPLE_RATE);
        twice.add("one", track);
        twice.add("other", track);

        assertThat(twice.identify(query(Pieces.excerpt(pieces[4], 4, 5))))
                .hasValueSatisfying(match -> assertThat(match.offsetSeconds()).isCloseTo(4, within(0.02)));
    }

    private static float[] overDrums(long seed, float[] drums) {
        return Pieces.over(drums, Pieces.piece(seed, SECONDS));
    }

    @Test
    void silenceAndNoiseAreNotAnswered() {
        assertThat(index.identify(query(new float[110_250]))).isEmpty();
        assertThat(index.identify(query(Pieces.noisy(Pieces.piece(1, 5), -60, new Random(3)))))
                .isEmpty();
    }

    @Test
    void aQueryThatBeginsBeforeTheTrackHasANegativeOffset() {
        Match match = index.identify(query(late(6))).orElseThrow();

        assertThat(match.trackId()).isEqualTo("track-9");
        assertThat(match.offsetSeconds()).isCloseTo(-1, within(0.05));
    }

    @Test
    void fourSecondsOfATrackAreTooFew() {
        assertThat(index.identify(query(late(5)))).isEmpty();
        assertThat(index.rank(query(late(5)), 100))
                .allSatisfy(match -> assertThat(match.offsetSeconds()).isBetween(-0.6, SECONDS - 4.4));
    }

    @ParameterizedTest
    @CsvSource({"4, false", "12, true"})
    void aFewNotesAreTooFew(int notes, boolean found) {
        float[] tune = tune(notes);
        FingerprintIndex tunes = new FingerprintIndex();
        tunes.add("tune", new Fingerprinter().track(tune, Pieces.SAMPLE_RATE));

        assertThat(tunes.rank(query(tune), 1)).hasSize(1);
        assertThat(tunes.identify(query(tune)).isPresent()).isEqualTo(found);
    }

    /** Five seconds of notes that die away, one after the other, a fourth or a tone apart. */
    private static float[] tune(int notes) {
        float[] tune = new float[5 * Pieces.SAMPLE_RATE];
        for (int note = 0; note < notes; note++) {
            double hertz = 330 * Math.pow(2, 5 * note % 12 / 12.0);
            int start = (int) ((0.2 + 4.5 * note / notes) * Pieces.SAMPLE_RATE);
            for (int i = start; i < tune.length; i++) {
                double seconds = (double) (i - start) / Pieces.SAMPLE_RATE;
                tune[i] += (float) (0.2 * Math.exp(-3 * seconds) * Math.sin(2 * Math.PI * hertz * seconds));
            }
        }
        return tune;
    }

    /** A second of silence, and then a track from its beginning on. */
    private static float[] late(int seconds) {
        float[] late = new float[seconds * Pieces.SAMPLE_RATE];
        System.arraycopy(pieces[9], 0, late, Pieces.SAMPLE_RATE, (seconds - 1) * Pieces.SAMPLE_RATE);
        return late;
    }

    @Test
    void anEmptyIndexAnswersNothing() {
        assertThat(new FingerprintIndex().identify(query(pieces[0]))).isEmpty();
    }

    @Test
    void aTrackAddedLaterIsFound() {
        FingerprintIndex growing = new FingerprintIndex();
        growing.add("first", new Fingerprinter().track(pieces[0], Pieces.SAMPLE_RATE));
        assertThat(growing.identify(query(Pieces.excerpt(pieces[1], 3, 5)))).isEmpty();

        growing.add("second", new Fingerprinter().track(pieces[1], Pieces.SAMPLE_RATE));

        assertThat(growing.identify(query(Pieces.excerpt(pieces[1], 3, 5)))
                        .orElseThrow()
                        .trackId())
                .isEqualTo("second");
        assertThatThrownBy(() -> growing.add("first", new Fingerprinter().track(pieces[2], 22_050)))
                .hasMessageContaining("first");
    }

    @Test
    void aFileAnswersLikeTheIndexThatWroteIt() throws IOException {
        FingerprintIndex read = FingerprintIndex.read(new ByteArrayInputStream(written()));

        Query query = query(Pieces.excerpt(pieces[8], 4, 5));
        assertThat(read.size()).isEqualTo(TRACKS);
        assertThat(read.rank(query, 5)).isEqualTo(index.rank(query, 5));
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] cut = Arrays.copyOf(written(), 5_000);
        assertThatThrownBy(() -> FingerprintIndex.read(new ByteArrayInputStream(cut)))
                .isInstanceOf(FingerprintFormatException.class);

        byte[] changed = written();
        changed[changed.length / 2] ^= 0x10;
        assertThatThrownBy(() -> FingerprintIndex.read(new ByteArrayInputStream(changed)))
                .isInstanceOf(FingerprintFormatException.class);

        assertThatThrownBy(() -> FingerprintIndex.read(new ByteArrayInputStream("no index at all".getBytes("UTF-8"))))
                .isInstanceOf(FingerprintFormatException.class)
                .hasMessageContaining("no fingerprint index");
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(bytes);
        return bytes.toByteArray();
    }

    private static Query query(float[] samples) {
        return new Fingerprinter().query(samples, Pieces.SAMPLE_RATE);
    }
}
