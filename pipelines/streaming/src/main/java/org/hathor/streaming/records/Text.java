package org.hathor.streaming.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Text within a record, as its UTF-8 bytes after their number; ids, which are ASCII, are copied rather than looked at
 * character by character.
 */
public final class Text {
    private static final int ABSENT = -1;

    private Text() {}

    /** Writes a text, or that there is none. */
    public static void write(String text, DataOutputView out) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #write} wrote; null where there was none. */
    public static String read(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
