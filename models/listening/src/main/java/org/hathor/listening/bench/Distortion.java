package org.hathor.listening.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hathor.audio.Pcm;
import org.hathor.audio.reading.AudioEncoding;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.reading.AudioWriter;

/** What befalls a stretch of a recording before it is asked for. Noise is as long as the query and fills its band. */
@FunctionalInterface
interface Distortion {
    /** The query; another array than the excerpt. */
    float[] apply(float[] excerpt, Random random);

    /** Nothing at all. */
    static Distortion none() {
        return (excerpt, random) -> excerpt.clone();
    }

    /** Gaussian white noise, from 0 Hz to half the sample rate. */
    static Distortion white(double snr) {
        return (excerpt, random) -> mixed(excerpt, white(excerpt.length, random), snr);
    }

    /** Noise that loses 3 dB an octave (P. Kellet's filter of white noise, within 0.5 dB above 40 Hz at 22 kHz). */
    static Distortion pink(double snr) {
        return (excerpt, random) -> {
            float[] noise = white(excerpt.length, random);
            double slow = 0;
            double middle = 0;
            double fast = 0;
            for (int i = 0; i < noise.length; i++) {
                double white = noise[i];
                slow = 0.99765 * slow + white * 0.0990460;
                middle = 0.96300 * middle + white * 0.2965164;
                fast = 0.57000 * fast + white * 1.0526913;
                noise[i] = (float) (slow + middle + fast + white * 0.1848);
            }
            return mixed(excerpt, noise, snr);
        };
    }

    /** A crowd: stretches of eight other pieces at once. */
    static Distortion crowd(List<float[]> others, double snr) {
        return (excerpt, random) -> {
            float[] noise = new float[excerpt.length];
            for (int voice = 0; voice < 8; voice++) {
                float[] other = others.get(random.nextInt(others.size()));
                int from = random.nextInt(other.length - noise.length);
                for (int i = 0; i < noise.length; i++) {
                    noise[i] += other[from + i];
                }
            }
            return mixed(excerpt, noise, snr);
        };
    }

    /** Coded as MP3 and decoded again. */
    static Distortion mp3(int kbps, int sampleRate, Path scratch) {
        return (excerpt, random) -> {
            try {
                Path file = Files.createTempFile(scratch, "coded", ".mp3");
                AudioWriter.standard().write(Pcm.mono(excerpt, sampleRate), file, AudioEncoding.MP3, kbps);
                float[] decoded = AudioReader.standard()
                        .read(file, AudioFormat.mono(sampleRate))
                        .toMono();
                Files.delete(file);
                return Arrays.copyOf(decoded, excerpt.length);
            } catch (IOException e) {
                throw new UncheckedIOException("an MP3 cannot be written to " + scratch, e);
            }
        };
    }

    /** Played faster, as a tape is: pitch and tempo alike (third-order interpolation). The query is as much shorter. */
    static Distortion faster(double speed) {
        return (excerpt, random) -> {
            float[] played = new float[(int) ((excerpt.length - 3) / speed)];
            for (int i = 0; i < played.length; i++) {
                int at = (int) (i * speed);
                double share = i * speed - at;
                double before = excerpt[Math.max(0, at - 1)];
                double left = excerpt[at];
                double right = excerpt[at + 1];
                double after = excerpt[at + 2];
                double cubic = 3 * (left - right) + after - before;
                double square = 2 * before - 5 * left + 4 * right - after;
                played[i] = (float) (left + 0.5 * share * (right - before + share * (square + share * cubic)));
            }
            return played;
        };
    }

    private static float[] white(int length, Random random) {
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    private static float[] mixed(float[] sound, float[] noise, double snr) {
        double gain = Math.sqrt(power(sound) / power(noise) / Math.pow(10, snr / 10));
        float[] mixed = new float[sound.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (sound[i] + gain * noise[i]);
        }
        return mixed;
    }

    /** Mean power about the mean: a constant offset is no sound. */
    static double power(float[] samples) {
        double sum = 0;
        double squares = 0;
        for (float sample : samples) {
            sum += sample;
            squares += (double) sample * sample;
        }
        return squares / samples.length - sum / samples.length * (sum / samples.length);
    }
}
