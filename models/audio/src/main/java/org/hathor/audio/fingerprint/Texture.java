package org.hathor.audio.fingerprint;

import java.util.Arrays;

/**
 * How each band of a recording rises and falls, coarsely: one of four steps for every band of every fourth frame, two
 * bits each, 12 kB a minute.
 *
 * <p>The steps tell a fall, rest, a rise and a strong rise apart. Signs alone (J. Haitsma and T. Kalker, "A highly
 * robust audio fingerprinting system", ISMIR 2002) spend most of their bits on cells at rest, which any noise turns;
 * and more than four steps let a few loud onsets outweigh all the rest.
 */
final class Texture {
    /** Frames of the spectrogram from one frame of the texture to the next; 93 ms. */
    static final int STRIDE = 4;

    /** From here up a cell stands for a strong rise, in nepers. */
    static final float STRONG_RISE = 0.9f;

    private static final int CELLS_A_BYTE = 4;

    /** Bytes of a frame. */
    private static final int FRAME_BYTES = Bands.COUNT / CELLS_A_BYTE;

    /** Nepers at which each step but the lowest begins. */
    private static final float[] STEP_STARTS = {-0.25f, 0.25f, STRONG_RISE};

    /** The nepers that a step stands for. */
    private static final float[] STEPS = {-0.5f, 0, 0.55f, 1.3f};

    /** What each byte's four cells stand for. */
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
                    packed = packed << 2 | step(rises[frame][band + cell]);
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
        int step = 0;
        while (step < STEP_STARTS.length && nepers >= STEP_STARTS[step]) {
            step++;
        }
        return step;
    }

    private static float[][] unpacked() {
        float[][] unpacked = new float[256][CELLS_A_BYTE];
        for (int packed = 0; packed < 256; packed++) {
            for (int cell = 0; cell < CELLS_A_BYTE; cell++) {
                unpacked[packed][cell] = STEPS[packed >>> 2 * cell & 3];
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
