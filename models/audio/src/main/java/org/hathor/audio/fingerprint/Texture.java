package org.hathor.audio.fingerprint;

import java.util.Arrays;

/**
 * How each band of a recording rises and falls: every fourth frame of {@link Bands#rises}, in sixteen even steps, four
 * bits each, 23 kB a minute.
 *
 * <p>Signs alone (J. Haitsma and T. Kalker, "A highly robust audio fingerprinting system", ISMIR 2002) spend most of
 * their bits on cells at rest, which any noise turns; four steps make the last chord of one piece look like that of
 * another.
 */
final class Texture {
    /** Frames of the spectrogram from one frame of the texture to the next; 93 ms. */
    static final int STRIDE = 4;

    private static final int CELLS_A_BYTE = 2;
    private static final int BITS = 4;

    /** Bytes of a frame. */
    private static final int FRAME_BYTES = Bands.COUNT / CELLS_A_BYTE;

    /** Nepers from one step to the next. */
    private static final float STEP = (Bands.RISE_MAX - Bands.RISE_MIN) / ((1 << BITS) - 1);

    /** The step of a band at rest, which stands for 0. */
    private static final int REST = Math.round(-Bands.RISE_MIN / STEP);

    /** What each byte's two cells stand for. */
    private static final float[][] UNPACKED = unpacked();

    private final byte[] cells;

    private Texture(byte[] cells) {
        this.cells = cells;
    }

    /** The texture of a recording's {@link Bands#rises}. */
    static Texture of(float[][] rises) {
        byte[] cells = new byte[bytesOf(rises.length)];
        int at = 0;
        for (int frame = 0; frame < rises.length; frame += STRIDE) {
            for (int band = 0; band < Bands.COUNT; band += CELLS_A_BYTE) {
                int packed = 0;
                for (int cell = CELLS_A_BYTE - 1; cell >= 0; cell--) {
                    packed = packed << BITS | step(rises[frame][band + cell]);
                }
                cells[at++] = (byte) packed;
            }
        }
        return new Texture(cells);
    }

    /** From bytes that were kept: as many as {@link #bytesOf} tells. */
    static Texture ofBytes(byte[] cells) {
        if (cells.length % FRAME_BYTES != 0) {
            throw new IllegalArgumentException("%d bytes end within a frame".formatted(cells.length));
        }
        return new Texture(cells);
    }

    /** Bytes of the texture of so many frames of a spectrogram. */
    static int bytesOf(int frames) {
        return (frames + STRIDE - 1) / STRIDE * FRAME_BYTES;
    }

    private static int step(float nepers) {
        float inside = Math.max(Bands.RISE_MIN, Math.min(Bands.RISE_MAX, nepers));
        return REST + Math.round(inside / STEP);
    }

    private static float[][] unpacked() {
        float[][] unpacked = new float[256][CELLS_A_BYTE];
        for (int packed = 0; packed < 256; packed++) {
            for (int cell = 0; cell < CELLS_A_BYTE; cell++) {
                unpacked[packed][cell] = STEP * ((packed >>> BITS * cell & (1 << BITS) - 1) - REST);
            }
        }
        return unpacked;
    }

    /** Bytes that it takes. */
    int bytes() {
        return cells.length;
    }

    /** How many frames there are. */
    int frames() {
        return cells.length / FRAME_BYTES;
    }

    /** What a frame's cells stand for, in nepers; all at rest where the recording has no such frame. */
    void read(int frame, float[] bands) {
        if (frame < 0 || frame >= frames()) {
            Arrays.fill(bands, 0);
            return;
        }
        for (int i = 0; i < FRAME_BYTES; i++) {
            float[] unpacked = UNPACKED[cells[frame * FRAME_BYTES + i] & 0xff];
            for (int cell = 0; cell < CELLS_A_BYTE; cell++) {
                bands[i * CELLS_A_BYTE + cell] = unpacked[cell];
            }
        }
    }

    /** The bands' rises in the frames of the spectrogram from one up to another, on a straight line between frames. */
    float[][] rises(int from, int to) {
        float[][] rises = new float[Math.max(0, to - from)][Bands.COUNT];
        float[] before = new float[Bands.COUNT];
        float[] after = new float[Bands.COUNT];
        for (int i = 0; i < rises.length; i++) {
            int frame = Math.floorDiv(from + i, STRIDE);
            float share = (float) Math.floorMod(from + i, STRIDE) / STRIDE;
            read(frame, before);
            read(frame + 1, after);
            for (int band = 0; band < Bands.COUNT; band++) {
                rises[i][band] = before[band] * (1 - share) + after[band] * share;
            }
        }
        return rises;
    }

    byte[] toBytes() {
        return cells.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Texture that && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
