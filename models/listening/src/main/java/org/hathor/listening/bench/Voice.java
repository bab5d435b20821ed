package org.hathor.listening.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.Piece;
import org.hathor.simulator.music.PieceSpec;
import org.hathor.simulator.music.Stem;
import org.hathor.simulator.music.Synthesizer;

/**
 * A voice whose pitch is known.
 *
 * @param source where it comes from
 * @param samples mono
 * @param times at which the truth is told, in seconds
 * @param f0 the truth in hertz, 0 where unvoiced
 */
@SuppressWarnings("ArrayRecordComponent") // Carried, never compared.
record Voice(String source, float[] samples, float[] times, float[] f0) {
    private static final double HOP_SECONDS = 0.01;
    private static final double SILENCE = 1e-6;

    /** The voice of a generated piece, if it has one. */
    static Optional<Voice> sung(long seed, int sampleRate) {
        Piece piece = Composer.compose(PieceSpec.random(seed));
        float[] samples = Synthesizer.render(piece, sampleRate).stem(Stem.VOICE);
        if (power(samples) < SILENCE) {
            return Optional.empty();
        }
        float[] f0 = piece.melodyF0(HOP_SECONDS);
        float[] times = new float[f0.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = (float) (i * HOP_SECONDS);
        }
        return Optional.of(new Voice("generated", samples, times, f0));
    }

    /** The singer of the vocadito data set. */
    static Voice recorded(Path vocadito, int sampleRate) throws IOException {
        float[] samples = AudioReader.standard()
                .read(vocadito.resolve("Audio/vocadito_1.wav"), AudioFormat.mono(sampleRate))
                .toMono();
        List<String> rows = Files.readAllLines(vocadito.resolve("Annotations/F0/vocadito_1_f0.csv"));
        float[] times = new float[rows.size()];
        float[] f0 = new float[rows.size()];
        for (int i = 0; i < times.length; i++) {
            String[] columns = rows.get(i).split(",");
            times[i] = Float.parseFloat(columns[0]);
            f0[i] = Float.parseFloat(columns[1]);
        }
        return new Voice("vocadito", samples, times, f0);
    }

    /** The same samples with white noise so many decibels below their mean power. */
    float[] inNoise(double decibels, int seed) {
        Random random = new Random(seed);
        double level = Math.sqrt(power(samples) / Math.pow(10, decibels / 10));
        float[] noisy = samples.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (level * random.nextGaussian());
        }
        return noisy;
    }

    private static double power(float[] samples) {
        double sum = 0;
        for (float x : samples) {
            sum += x * x;
        }
        return sum / samples.length;
    }
}
