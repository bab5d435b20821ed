package org.hathor.audio.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.hathor.audio.reading.UnreadableAudioException.Reason;

/**
 * Samples of one recording as they are decoded; not for two threads.
 *
 * <p>Whether a file is sound is known only at its end: the {@code read} that would return −1 throws instead when too
 * much of it could not be decoded, or all of it is silent.
 */
public final class PcmStream implements Closeable {
    private static final int MAGIC = 0x2e736e64; // ".snd"
    private static final int HEADER_BYTES = 24;
    private static final int BLOCK_BYTES = 1 << 16;
    /** 60 dB above full scale: not sound any more, and its square would soon leave a float. */
    private static final float SAMPLE_MAX = 1000;

    private final FfmpegProcess process;
    private final Path file;
    private final byte[] head;
    private final ReadingLimits limits;
    private final byte[] bytes = new byte[BLOCK_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).limit(0);
    private int sampleRate;
    private int channels;
    /** How often each decoded sample is handed out: twice where a mono recording is wanted in stereo. */
    private int copies;

    private long samplesMax;
    private long samples;
    private float peak;
    private boolean ended;

    PcmStream(FfmpegProcess process, Path file, byte[] head, Channels wanted, ReadingLimits limits) {
        this.process = process;
        this.file = file;
        this.head = head;
        this.limits = limits;
        // The decoder speaks Sun's AU: the smallest header that tells rate and channels on a pipe.
        fill(HEADER_BYTES);
        if (buffer.remaining() < HEADER_BYTES || buffer.getInt() != MAGIC) {
            throw complaint().orElseGet(() -> new UnreadableAudioException(Reason.EMPTY, file, "it holds no samples"));
        }
        int dataOffset = buffer.getInt();
        buffer.position(buffer.position() + 2 * Integer.BYTES);
        this.sampleRate = buffer.getInt();
        int decoded = buffer.getInt();
        this.copies = decoded == 1 && wanted == Channels.STEREO ? 2 : 1;
        this.channels = decoded * copies;
        fill(dataOffset - HEADER_BYTES);
        buffer.position(Math.min(buffer.limit(), buffer.position() + dataOffset - HEADER_BYTES));
        if (!AudioFormat.reasonable(sampleRate) || channels < 1 || channels > 2) {
            throw new UnreadableAudioException(
                    Reason.CORRUPT, file, "%d channels at %d Hz are no recording".formatted(channels, sampleRate));
        }
        this.samplesMax = Math.round(limits.lengthMax().toMillis() / 1000.0 * sampleRate) * channels;
    }

    /** Samples a second in each channel, in hertz. */
    public int sampleRate() {
        return sampleRate;
    }

    /** One or two. */
    public int channels() {
        return channels;
    }

    /**
     * Fills {@code block} with the next samples, channels interleaved.
     *
     * @param block its length must be a multiple of the number of channels
     * @return how many floats were written, a multiple of the number of channels and less than the block's length only
     *     at the end; −1 after the end
     * @throws UnreadableAudioException as soon as the file proves to be none that can be used
     */
    public int read(float[] block) {
        if (block.length == 0 || block.length % channels != 0) {
            throw new IllegalArgumentException("block must hold whole frames of %d channels".formatted(channels));
        }
        int filled = 0;
        while (filled < block.length && !ended) {
            if (buffer.remaining() < Float.BYTES && !fill(Float.BYTES)) {
                ended = true;
                break;
            }
            int n = Math.min((block.length - filled) / copies, buffer.remaining() / Float.BYTES);
            take(block, filled, n);
            filled += n * copies;
        }
        if (filled > 0) {
            return filled - filled % channels;
        }
        finish();
        return -1;
    }

    @Override
    public void close() {
        process.close();
    }

    private void take(float[] block, int from, int n) {
        for (int i = from; i < from + n * copies; i += copies) {
            float x = buffer.getFloat();
            float level = Math.abs(x);
            if (!(level < SAMPLE_MAX)) {
                throw new UnreadableAudioException(Reason.CORRUPT, file, "it holds the sample " + x);
            }
            peak = Math.max(peak, level);
            block[i] = x;
            block[i + copies - 1] = x;
        }
        samples += (long) n * copies;
        if (samples > samplesMax) {
            throw new UnreadableAudioException(Reason.TOO_LONG, file, "it is longer than " + limits.lengthMax());
        }
    }

    /** Reads until {@code wanted} bytes lie in the buffer; false if the end came first. */
    private boolean fill(int wanted) {
        buffer.compact();
        InputStream output = process.output();
        try {
            while (buffer.position() < wanted) {
                int n = process.waitFor(() -> output.read(bytes, buffer.position(), buffer.remaining()));
                if (n < 0) {
                    break;
                }
                buffer.position(buffer.position() + n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from ffmpeg, for " + file, e);
        } finally {
            buffer.flip();
        }
        return buffer.remaining() >= wanted;
    }

    private void finish() {
        complaint().ifPresent(complaint -> {
            throw complaint;
        });
        double silence = Math.pow(10, limits.silenceDbfs() / 20);
        if (peak <= silence) {
            throw new UnreadableAudioException(
                    Reason.SILENT, file, "its peak is %.1f dBFS".formatted(20 * Math.log10(peak)));
        }
    }

    private Optional<UnreadableAudioException> complaint() {
        int status;
        try {
            status = process.exitStatus();
        } catch (IOException e) {
            throw new UncheckedIOException("waiting for ffmpeg, for " + file, e);
        }
        if (process.outOfTime()) {
            return Optional.of(new UnreadableAudioException(
                    Reason.TOO_SLOW, file, "the decoder was waited for longer than " + limits.waitMax()));
        }
        double seconds = channels == 0 ? 0 : (double) samples / channels / sampleRate;
        return new Verdict(status, process.log(), seconds, head, file.toFile().length()).complaint(file, limits);
    }
}
