package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FingerprintCodecTest {
    @Property
    void whatIsWrittenIsRead(@ForAll long seed, @ForAll @IntRange(max = 300) int peaks) {
        Fingerprint made = random(new Random(seed), peaks);

        assertThat(Fingerprint.ofBytes(made.toBytes())).isEqualTo(made).hasSameHashCodeAs(made);
    }

    @Property
    void aChangedByteIsNoticed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = random(new Random(seed), 40).toBytes();
        bytes[new Random(seed).nextInt(bytes.length)] ^= (byte) change;

        assertThatThrownBy(() -> Fingerprint.ofBytes(bytes))
                .isInstanceOf(FingerprintFormatException.class)
                .hasMessageContaining("make the fingerprint again");
    }

    @Property
    void aCutIsNoticed(@ForAll long seed, @ForAll @IntRange(max = 99) int percent) {
        byte[] bytes = random(new Random(seed), 40).toBytes();

        assertThatThrownBy(() -> Fingerprint.ofBytes(Arrays.copyOf(bytes, bytes.length * percent / 100)))
                .isInstanceOf(FingerprintFormatException.class);
    }

    @Property
    void whatHoldsItsChecksumButMakesNoSenseIsRefusedToo(@ForAll byte[] body) {
        byte[] bytes = ByteBuffer.allocate(4 + body.length + 4)
                .put(new byte[] {'H', 'F', 'P', Fingerprint.VERSION})
                .put(body)
                .array();
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());

        try {
            Fingerprint read = Fingerprint.ofBytes(bytes);
            assertThat(Fingerprint.ofBytes(read.toBytes())).isEqualTo(read);
        } catch (FingerprintFormatException e) {
            assertThat(e).hasMessageContaining("make the fingerprint again");
        }
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] bytes = random(new Random(1), 3).toBytes();
        bytes[3] = 9;

        assertThatThrownBy(() -> Fingerprint.ofBytes(bytes))
                .isInstanceOf(FingerprintFormatException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void aPeakTakesThreeBytesAndAMinuteOfTextureTwentyThreeThousand() {
        assertThat(made(new Random(5), 1_000, 0).toBytes()).hasSizeBetween(2_500, 3_100);
        assertThat(made(new Random(5), 0, (int) (60 * Fingerprint.FRAMES_PER_SECOND))
                        .toBytes())
                .hasSizeBetween(23_000, 23_500);
    }

    @Test
    void aTextureOfAnotherLengthIsRefused() {
        Fingerprint made = random(new Random(1), 3);
        Fingerprint wrong = new Fingerprint(made.constellation(), Texture.of(new float[500][Bands.COUNT]));

        assertThatThrownBy(() -> Fingerprint.ofBytes(wrong.toBytes()))
                .isInstanceOf(FingerprintFormatException.class)
                .hasMessageContaining("texture");
    }

    private static Fingerprint random(Random random, int peaks) {
        return made(random, peaks, 10 * peaks + 1);
    }

    /** Of so many peaks; the texture is as long as the recording, or none. */
    private static Fingerprint made(Random random, int peaks, int textureFrames) {
        int length = Math.max(10 * peaks + 1, textureFrames);
        int[] frames = random.ints(peaks, 0, length).sorted().toArray();
        short[] frequencies = new short[peaks];
        for (int peak = 0; peak < peaks; peak++) {
            frequencies[peak] = (short) random.nextInt(Constellation.FREQUENCY_STEPS);
        }
        float[][] rises = new float[Spectrogram.frames(textureFrames)][Bands.COUNT];
        for (float[] frame : rises) {
            for (int band = 0; band < Bands.COUNT; band++) {
                frame[band] = (float) random.nextGaussian();
            }
        }
        return new Fingerprint(new Constellation(frames, frequencies, length), Texture.of(rises));
    }
}
