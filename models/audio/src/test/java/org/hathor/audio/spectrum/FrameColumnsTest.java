package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FrameColumnsTest {
    /** Windows shorter and longer than a hop, signals shorter than a frame, and memory that was used before. */
    @Property(tries = 100)
    void everySampleOfEveryFrameHasItsPlace(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 7) int logOfLength,
            @ForAll @IntRange(min = 1, max = 150) int hop,
            @ForAll @IntRange(min = 1, max = 600) int samples,
            @ForAll PadMode padMode) {
        Random random = new Random(seed);
        int nFft = 1 << logOfLength;
        StftSettings settings = new StftSettings(nFft, hop, nFft, Window.HANN, Framing.CENTERED, padMode);
        float[] y = new float[samples];
        for (int i = 0; i < samples; i++) {
            y[i] = random.nextFloat();
        }
        int lanes = 16;
        FrameColumns columns = new FrameColumns(settings, lanes);
        int frames = settings.frames(samples);
        for (int first = 0; first < frames; first += lanes) {
            int count = Math.min(lanes, frames - first);
            columns.read(y, settings.start(first), count, padMode);
            for (int l = 0; l < count; l++) {
                float[] found = new float[nFft];
                float[] wanted = new float[nFft];
                for (int n = 0; n < nFft; n++) {
                    found[n] = columns.samples()[columns.at(n) + l];
                    wanted[n] = padMode.sample(y, settings.start(first + l) + n);
                }
                assertThat(found).isEqualTo(wanted);
            }
        }
    }
}
