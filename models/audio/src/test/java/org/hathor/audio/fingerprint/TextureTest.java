package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextureTest {
    @Test
    void everyFourthFrameIsKeptInSixteenSteps() {
        float[][] rises = new float[9][Bands.COUNT];
        for (int band = 0; band < Bands.COUNT; band++) {
            rises[0][band] = Bands.RISE_MIN + (Bands.RISE_MAX - Bands.RISE_MIN) * band / (Bands.COUNT - 1);
        }
        rises[1][5] = 5; // between two frames of the texture
        rises[8][30] = 0.6f;

        Texture texture = Texture.of(rises);

        assertThat(texture.frames()).isEqualTo(3);
        float[] cells = new float[Bands.COUNT];
        texture.read(0, cells);
        Set<Float> steps = new HashSet<>();
        for (int band = 0; band < Bands.COUNT; band++) {
            assertThat(cells[band]).as("band %d", band).isCloseTo(rises[0][band], within(0.0751f));
            steps.add(cells[band]);
        }
        assertThat(steps).hasSize(16);
        texture.read(2, cells);
        assertThat(cells[30]).isCloseTo(0.6f, within(1e-6f));
        assertThat(cells[29]).isZero();
        texture.read(3, cells);
        assertThat(cells).containsOnly(0);
    }

    @Test
    void whatLiesBeyondTheSteepestStepsCountsAsThose() {
        float[][] rises = new float[1][Bands.COUNT];
        rises[0][0] = -3;
        rises[0][1] = 3;
        float[] cells = new float[Bands.COUNT];
        Texture.of(rises).read(0, cells);

        assertThat(cells[0]).isCloseTo(Bands.RISE_MIN, within(1e-6f));
        assertThat(cells[1]).isCloseTo(Bands.RISE_MAX, within(1e-6f));
    }

    @Test
    void bytesAreReadAsTheyWereWritten() {
        float[][] rises = new float[40][Bands.COUNT];
        rises[12][7] = 1;
        Texture texture = Texture.of(rises);

        assertThat(Texture.ofBytes(texture.toBytes())).isEqualTo(texture).hasSameHashCodeAs(texture);
        assertThat(texture.toBytes()).hasSize(Texture.bytesOf(40));
        assertThat(texture).isNotEqualTo(Texture.of(new float[40][Bands.COUNT]));
        assertThatThrownBy(() -> Texture.ofBytes(new byte[37])).hasMessageContaining("37 bytes");
    }

    @Test
    void betweenFramesAStraightLineIsDrawn() {
        float[][] rises = new float[12][Bands.COUNT];
        rises[4][3] = 1.5f;
        Texture texture = Texture.of(rises);
        float[] cells = new float[Bands.COUNT];
        texture.read(1, cells);

        float[][] dense = texture.rises(2, 7);

        for (int i = 0; i < 5; i++) {
            assertThat((double) dense[i][3]).isCloseTo(cells[3] * (1 - Math.abs(i - 2) / 4.0), within(1e-6));
        }
    }
}
