package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextureTest {
    @Test
    void everyFourthFrameIsKeptInFourSteps() {
        float[][] rises = new float[9][Bands.COUNT];
        rises[0][0] = -2;
        rises[0][1] = 0.1f;
        rises[0][71] = 5;
        rises[1][5] = 5; // between two frames of the texture
        rises[8][30] = 0.6f;

        Texture texture = Texture.of(rises);

        assertThat(texture.frames()).isEqualTo(3);
        float[] cells = new float[Bands.COUNT];
        texture.read(0, cells);
        assertThat(cells[0]).isNegative();
        assertThat(cells[1]).isZero();
        assertThat(cells[5]).isZero();
        assertThat(cells[71]).isGreaterThanOrEqualTo(Texture.STRONG_RISE);
        texture.read(2, cells);
        assertThat(cells[30]).isBetween(0.1f, Texture.STRONG_RISE);
        texture.read(3, cells);
        assertThat(cells).containsOnly(0);
    }

    @Test
    void bytesAreReadAsTheyWereWritten() {
        float[][] rises = new float[40][Bands.COUNT];
        rises[12][7] = 1;
        Texture texture = Texture.of(rises);

        assertThat(Texture.ofBytes(texture.toBytes())).isEqualTo(texture).hasSameHashCodeAs(texture);
        assertThat(texture.toBytes()).hasSize(Texture.bytesOf(40));
        assertThat(texture).isNotEqualTo(Texture.of(new float[40][Bands.COUNT]));
        assertThatThrownBy(() -> Texture.ofBytes(new byte[19])).hasMessageContaining("19 bytes");
    }

    @Test
    void betweenFramesAStraightLineIsDrawn() {
        float[][] rises = new float[12][Bands.COUNT];
        rises[4][3] = 2;
        Texture texture = Texture.of(rises);
        float[] cells = new float[Bands.COUNT];
        texture.read(1, cells);

        float[][] dense = texture.rises(2, 7);

        for (int i = 0; i < 5; i++) {
            assertThat((double) dense[i][3]).isCloseTo(cells[3] * (1 - Math.abs(i - 2) / 4.0), within(1e-6));
        }
    }
}
