package org.hathor.batch.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Small recordings of known content, as 16-bit mono WAV files. */
public final class WavFile {
    public static final int RATE = 22_050;

    private WavFile() {}

    /** A chord that swells and fades twice a second: it has a pitch, a key and a pulse. */
    public static float[] music(int seed, double seconds) {
        Random random = new Random(seed);
        double root = 220 * Math.pow(2, random.nextInt(12) / 12.0);
        double pulse = 1.5 + random.nextDouble();
        float[] y = new float[(int) (RATE * seconds)];
        for (int n = 0; n < y.length; n++) {
            double t = (double) n / RATE;
            double beat = t * pulse % 1;
            double tone = Math.sin(2 * Math.PI * root * t)
                    + Math.sin(2 * Math.PI * root * 1.26 * t)
                    + Math.sin(2 * Math.PI * root * 1.5 * t);
            y[n] = (float) (0.2 * Math.exp(-5 * beat) * tone + 0.01 * random.nextGaussian());
        }
        return y;
    }

    /** Writes samples in [-1, 1]. */
    public static Path write(Path file, float[] y) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * y.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * y.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * y.length);
        for (float sample : y) {
            bytes.putShort((short) Math.round(32_767 * Math.max(-1, Math.min(1, sample))));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, bytes.array());
    }
}
