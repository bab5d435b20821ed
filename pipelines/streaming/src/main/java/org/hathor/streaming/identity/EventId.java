package org.hathor.streaming.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * An id that a client chose, in 16 bytes: two texts have the same one only when they are the same text.
 *
 * <p>A UUID as it is usually written (lower case, with hyphens) is its own 128 bits. Any other text is the first 128
 * bits of its SHA-256; finding two texts that share them takes some 2⁶⁴ attempts.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record EventId(long high, long low) {
    private static final int UUID_LENGTH = 36;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(EventId::sha256);

    /** The id that a text stands for. */
    public static EventId of(String text) {
        if (text.length() == UUID_LENGTH
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-') {
            // a character that is no digit makes this negative
            int invalid = 0;
            long high = 0;
            long low = 0;
            for (int i = 0; i < UUID_LENGTH; i++) {
                if (i != 8 && i != 13 && i != 18 && i != 23) {
                    int digit = digit(text.charAt(i));
                    invalid |= digit;
                    if (i < 18) {
                        high = high << 4 | digit;
                    } else {
                        low = low << 4 | digit;
                    }
                }
            }
            if (invalid >= 0) {
                return new EventId(high, low);
            }
        }
        ByteBuffer digest = ByteBuffer.wrap(SHA_256.get().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new EventId(digest.getLong(), digest.getLong());
    }

    /** Reads what {@link #write} wrote. */
    public static EventId read(DataInputView in) throws IOException {
        return new EventId(in.readLong(), in.readLong());
    }

    /** Writes its 16 bytes. */
    public void write(DataOutputView out) throws IOException {
        out.writeLong(high);
        out.writeLong(low);
    }

    /** The value of a lower-case hexadecimal digit, -1 for any other character. */
    private static int digit(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
