package org.hathor.audio.fingerprint;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Fingerprints as bytes: {@code HFP}, the version, the recording's length in frames, the number of peaks, of each peak
 * the frames since the one before and its frequency in steps, the bytes of the texture, and the CRC-32 of all that.
 * Numbers are base-128, low groups first; the checksum is four bytes, high byte first. Three bytes a peak, about 5 kB a
 * minute, and as much as {@link Texture} says.
 */
final class FingerprintCodec {
    private static final byte[] MAGIC = {'H', 'F', 'P'};
    private static final int CHECKSUM_BYTES = 4;
    private static final String FIX = "; make the fingerprint again from its recording";

    private FingerprintCodec() {}

    static byte[] encode(Fingerprint fingerprint) {
        Constellation constellation = fingerprint.constellation();
        byte[] texture = fingerprint.texture().toBytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 + 3 * constellation.peaks() + texture.length);
        bytes.writeBytes(MAGIC);
        bytes.write(Fingerprint.VERSION);
        write(bytes, fingerprint.length());
        write(bytes, constellation.peaks());
        int before = 0;
        for (int peak = 0; peak < constellation.peaks(); peak++) {
            write(bytes, constellation.frame(peak) - before);
            write(bytes, constellation.frequency(peak));
            before = constellation.frame(peak);
        }
        bytes.writeBytes(texture);
        byte[] body = bytes.toByteArray();
        return ByteBuffer.allocate(body.length + CHECKSUM_BYTES)
                .put(body)
                .putInt(checksum(body, body.length))
                .array();
    }

    static Fingerprint decode(byte[] bytes) {
        if (bytes.length < MAGIC.length + 1 + CHECKSUM_BYTES
                || bytes[0] != MAGIC[0]
                || bytes[1] != MAGIC[1]
                || bytes[2] != MAGIC[2]) {
            throw new FingerprintFormatException("these %d bytes are no fingerprint".formatted(bytes.length) + FIX);
        }
        if (bytes[MAGIC.length] != Fingerprint.VERSION) {
            throw new FingerprintFormatException("fingerprint version %d is not read here, only %d"
                            .formatted(bytes[MAGIC.length], Fingerprint.VERSION)
                    + FIX);
        }
        int bodyLength = bytes.length - CHECKSUM_BYTES;
        if (ByteBuffer.wrap(bytes).getInt(bodyLength) != checksum(bytes, bodyLength)) {
            throw new FingerprintFormatException("the fingerprint is damaged: its checksum does not hold" + FIX);
        }
        try {
            return read(ByteBuffer.wrap(bytes, 0, bodyLength).position(MAGIC.length + 1));
        } catch (BufferUnderflowException e) {
            throw new FingerprintFormatException("the fingerprint ends within a peak" + FIX);
        }
    }

    private static Fingerprint read(ByteBuffer bytes) {
        int length = read32(bytes);
        int peaks = read32(bytes);
        if (length < 0 || peaks < 0 || peaks > bytes.remaining()) {
            throw new FingerprintFormatException("the fingerprint's sizes make no sense" + FIX);
        }
        int[] frames = new int[peaks];
        short[] frequencies = new short[peaks];
        int frame = 0;
        for (int peak = 0; peak < peaks; peak++) {
            frame += read32(bytes);
            int frequency = read32(bytes);
            if (frame < 0 || frame >= length || frequency < 0 || frequency >= Constellation.FREQUENCY_STEPS) {
                throw new FingerprintFormatException("peak %d lies outside the recording".formatted(peak) + FIX);
            }
            frames[peak] = frame;
            frequencies[peak] = (short) frequency;
        }
        int textureBytes = Texture.bytesOf(Spectrogram.frames(length));
        if (bytes.remaining() != textureBytes) {
            throw new FingerprintFormatException(
                    "the texture has %d bytes instead of %d".formatted(bytes.remaining(), textureBytes) + FIX);
        }
        byte[] texture = new byte[textureBytes];
        bytes.get(texture);
        return new Fingerprint(new Constellation(frames, frequencies, length), Texture.ofBytes(texture));
    }

    private static void write(ByteArrayOutputStream bytes, int value) {
        int rest = value;
        while (rest >= 0x80) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    private static int read32(ByteBuffer bytes) {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            byte group = bytes.get();
            value |= (group & 0x7f) << shift;
            if (group >= 0) {
                return value;
            }
        }
        throw new FingerprintFormatException("the fingerprint holds a number without an end" + FIX);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
