package org.hathor.audio.reading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hathor.audio.Pcm;

/** Writes samples as audio files, by the same ffmpeg that reads them: for tests, benchmarks and generated music. */
public final class AudioWriter {
    /** Samples are our own, so the limits only bound a fault: ten minutes of processor, four of waiting. */
    private static final ReadingLimits LIMITS =
            ReadingLimits.standard().withCpuMax(Duration.ofMinutes(10)).withWaitMax(Duration.ofMinutes(4));

    private static final int BLOCK_FRAMES = 4096;

    private final Ffmpeg ffmpeg;

    public AudioWriter(Ffmpeg ffmpeg) {
        this.ffmpeg = Objects.requireNonNull(ffmpeg, "ffmpeg");
    }

    /** With the ffmpeg that came with Maven. */
    public static AudioWriter standard() {
        return new AudioWriter(Ffmpeg.bundled());
    }

    /** Writes a lossless file, or a lossy one at its encoder's usual bit rate. An existing file is replaced. */
    public void write(Pcm pcm, Path file, AudioEncoding encoding) {
        write(pcm, file, encoding, List.of());
    }

    /**
     * Writes a lossy file. An existing file is replaced.
     *
     * @param kbps bit rate of all channels together, in kbit/s
     */
    public void write(Pcm pcm, Path file, AudioEncoding encoding, int kbps) {
        if (!encoding.isLossy() || kbps <= 0) {
            throw new IllegalArgumentException("%s cannot be written at %d kbit/s".formatted(encoding, kbps));
        }
        write(pcm, file, encoding, List.of("-b:a", kbps + "k"));
    }

    private void write(Pcm pcm, Path file, AudioEncoding encoding, List<String> bitRate) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostats", "-loglevel", "error"));
        arguments.addAll(List.of("-f", "f32be", "-ar", Integer.toString(pcm.sampleRate())));
        arguments.addAll(List.of("-ac", Integer.toString(pcm.channels().length), "-i", "pipe:0"));
        arguments.addAll(encoding.arguments());
        arguments.addAll(bitRate);
        // The output is a file already open, so that a container may go back to its header and no name is parsed.
        arguments.addAll(List.of("-fd", "1", "-y", "fd:"));
        try (FfmpegProcess process =
                FfmpegProcess.start(ffmpeg, arguments, LIMITS, Redirect.PIPE, Redirect.to(file.toFile()))) {
            IOException broken = null;
            try (OutputStream samples = new BufferedOutputStream(process.input(), 1 << 16)) {
                for (int from = 0; from < pcm.length(); from += BLOCK_FRAMES) {
                    byte[] block = interleaved(pcm, from, Math.min(pcm.length(), from + BLOCK_FRAMES));
                    process.waitFor(() -> {
                        samples.write(block);
                        return null;
                    });
                }
            } catch (IOException e) {
                broken = e;
            }
            int status = process.exitStatus();
            if (status != 0 || broken != null) {
                throw new IOException(
                        "ffmpeg ended with %d: %s"
                                .formatted(status, process.log().strip()),
                        broken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written as " + encoding, e);
        }
    }

    private static byte[] interleaved(Pcm pcm, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * pcm.channels().length * Float.BYTES);
        for (int i = from; i < to; i++) {
            for (float[] channel : pcm.channels()) {
                bytes.putFloat(channel[i]);
            }
        }
        return bytes.array();
    }
}
