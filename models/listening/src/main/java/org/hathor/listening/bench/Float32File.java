package org.hathor.listening.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Arrays exchanged with peers: little-endian 32-bit floats without a header, what {@code numpy.fromfile} reads. */
public final class Float32File {
    private static final int CHUNK = 1 << 16;

    private Float32File() {}

    /** Writes the values, replacing what was there. */
    public static void write(Path file, float[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int from = 0; from < values.length; from += CHUNK) {
                buffer.clear();
                buffer.asFloatBuffer().put(values, from, Math.min(CHUNK, values.length - from));
                buffer.limit(Math.min(CHUNK, values.length - from) * Float.BYTES);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        }
    }

    /** The whole file. */
    public static float[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
