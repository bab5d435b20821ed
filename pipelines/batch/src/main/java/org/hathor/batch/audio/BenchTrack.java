package org.hathor.batch.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A stereo track for benchmarks: broken chords over a noise drum, so that every feature has something to measure. */
final class BenchTrack {
    private static final int RATE = 44_100;
    private static final int[] CHORD = {0, 4, 7, 12};

    private BenchTrack() {}

    /** Writes a 16-bit WAV file. */
    static void write(Path file, int seed, double seconds) throws IOException {
        int length = (int) (RATE * seconds);
        ByteBuffer bytes = ByteBuffer.allocate(44 + 4 * length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 4 * length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(4 * RATE);
        bytes.putShort((short) 4).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4 * length);
        Random random = new Random(seed);
        double noteSeconds = 0.2 + 0.15 * random.nextDouble();
        double root = 130 + 130 * random.nextDouble();
        for (int n = 0; n < length; n++) {
            double note = (double) n / RATE / noteSeconds;
            double since = note % 1;
            double hertz = root * Math.pow(2, CHORD[(int) note % CHORD.length] / 12.0);
            double phase = 2 * Math.PI * hertz * n / RATE;
            double tone =
                    Math.exp(-3 * since) * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(3 * phase));
            double drum = (int) note % 2 == 0 ? Math.exp(-30 * since) * random.nextGaussian() : 0;
            bytes.putShort((short) (8_000 * (0.7 * tone + 0.5 * drum)));
            bytes.putShort((short) (8_000 * (0.7 * tone - 0.3 * drum)));
        }
        Files.write(file, bytes.array());
    }
}
