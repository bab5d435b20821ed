package org.hathor.batch.mood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.hathor.batch.audio.WavFile;
import org.hathor.mood.Augmentation;
import org.hathor.mood.Quadrant;
import org.hathor.mood.TrainingSettings;

/**
 * Labelled music of a kind that a network hears and a regression on means does not: the pitch glides up where the mood
 * is pleasant and down where it is not, high where it is aroused and low where it is not. Up and down have the same
 * spectrum on the whole.
 */
final class Sweeps {
    private static final double SECONDS = 4;
    private static final double GLIDE_SECONDS = 1.6;

    private Sweeps() {}

    /** Writes so many recordings with their labels. */
    static void write(Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Quadrant quadrant = Quadrant.values()[i % 4];
            String name = "sweep-%03d".formatted(i);
            WavFile.write(folder.resolve(name + ".wav"), samples(quadrant, i));
            Files.writeString(folder.resolve(name + ".json"), "{\"quadrant\": \"%s\"}".formatted(quadrant));
        }
    }

    /** A network small enough to be trained in a test. */
    static TrainingSettings settings(int epochs) {
        return new TrainingSettings(
                1, epochs, epochs, 8, 1, 32, 8, 1e-2f, 1e-2f, 0.1f, 0.05f, 0, 0.8f, Augmentation.none());
    }

    static TrainMood.Config config(Path folder, int epochs) {
        return new TrainMood.Config(Optional.of(folder), Optional.empty(), settings(epochs));
    }

    private static float[] samples(Quadrant quadrant, int seed) {
        Random random = new Random(seed);
        double start = random.nextDouble();
        double low = (quadrant.arousal() > 0 ? 1_200 : 200) * (1 + 0.1 * random.nextDouble());
        float[] y = new float[(int) (WavFile.RATE * SECONDS)];
        double phase = 0;
        for (int n = 0; n < y.length; n++) {
            double way = ((double) n / WavFile.RATE / GLIDE_SECONDS + start) % 1;
            double hertz = low * Math.pow(4, quadrant.valence() > 0 ? way : 1 - way);
            phase += 2 * Math.PI * hertz / WavFile.RATE;
            y[n] = (float) (0.3 * Math.sin(phase) + 0.01 * random.nextGaussian());
        }
        return y;
    }
}
