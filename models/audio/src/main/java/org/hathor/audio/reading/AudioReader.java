package org.hathor.audio.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hathor.audio.Pcm;
import org.hathor.audio.reading.UnreadableAudioException.Reason;

/**
 * Reads any usual audio file as samples.
 *
 * <p>The file is opened here and handed to ffmpeg as an open descriptor, with the protocols {@code fd} and {@code pipe}
 * alone: whatever a file says, nothing else can be opened through it, and its name is never parsed. Formats are those
 * on a list that has no playlists in it; pictures, subtitles and films' images are not decoded. Time, memory, size and
 * length are limited (see {@link ReadingLimits}).
 *
 * <p>Corrupt is what loses more than {@code lossMax} of its frames to decoding errors, comes out shorter than its
 * container declares by more than that share, holds samples that are no numbers, or cannot be decoded at all. A format
 * that declares no length (a cut-off Ogg, bare MPEG frames) cannot be told from a shorter recording.
 *
 * <p>A reader may be shared by threads; each file has a process of its own.
 */
public final class AudioReader {
    private static final String DEMUXERS =
            "aac,ac3,aiff,amr,ape,asf,au,caf,dsf,eac3,flac,matroska,mov,mp3,mpc,mpc8,ogg,tta,w64,wav,wv";
    private static final int HEAD_BYTES = 16;
    private static final int BLOCK_SAMPLES = 1 << 14;

    private final Ffmpeg ffmpeg;
    private final ReadingLimits limits;

    public AudioReader(Ffmpeg ffmpeg, ReadingLimits limits) {
        this.ffmpeg = Objects.requireNonNull(ffmpeg, "ffmpeg");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /** With the ffmpeg that came with Maven and the standard limits. */
    public static AudioReader standard() {
        return new AudioReader(Ffmpeg.bundled(), ReadingLimits.standard());
    }

    /**
     * Begins to decode a file.
     *
     * @throws UnreadableAudioException if the file proves at once to be none that can be used
     * @throws IllegalStateException if ffmpeg does not run on this machine
     */
    @SuppressWarnings("MustBeClosedChecker")
    public PcmStream open(Path file, AudioFormat format) {
        byte[] head = head(file);
        FfmpegProcess process =
                FfmpegProcess.start(ffmpeg, arguments(format), limits, Redirect.from(file.toFile()), Redirect.PIPE);
        try {
            return new PcmStream(process, file, head, format.channels(), limits);
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    /**
     * Decodes a file whole. Until its length is known the samples wait in a nameless temporary file, so that memory
     * holds them once.
     *
     * @throws UnreadableAudioException if the file is none that can be used
     */
    public Pcm read(Path file, AudioFormat format) {
        try (PcmStream stream = open(file, format);
                FileChannel spool = spool()) {
            float[] block = new float[BLOCK_SAMPLES];
            ByteBuffer bytes = ByteBuffer.allocateDirect(BLOCK_SAMPLES * Float.BYTES);
            FloatBuffer floats = bytes.asFloatBuffer();
            for (int n = stream.read(block); n > 0; n = stream.read(block)) {
                floats.clear().put(block, 0, n);
                bytes.limit(n * Float.BYTES).position(0);
                while (bytes.hasRemaining()) {
                    spool.write(bytes);
                }
            }
            return drain(spool, stream.channels(), stream.sampleRate(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("samples of " + file + " cannot be kept for a moment; see to disk space", e);
        }
    }

    private static Pcm drain(FileChannel spool, int channels, int sampleRate, ByteBuffer bytes) throws IOException {
        float[][] samples = new float[channels][Math.toIntExact(spool.size() / Float.BYTES / channels)];
        FloatBuffer floats = bytes.clear().asFloatBuffer();
        spool.position(0);
        int filled = 0;
        while (filled < samples[0].length) {
            int wanted = Math.min(BLOCK_SAMPLES, (samples[0].length - filled) * channels);
            bytes.clear().limit(wanted * Float.BYTES);
            while (bytes.hasRemaining()) {
                if (spool.read(bytes) < 0) {
                    throw new IOException("the temporary file was cut");
                }
            }
            floats.clear();
            if (channels == 1) {
                floats.get(samples[0], filled, wanted);
            } else {
                for (int i = 0; i < wanted; i++) {
                    samples[i % channels][filled + i / channels] = floats.get();
                }
            }
            filled += wanted / channels;
        }
        return new Pcm(samples, sampleRate);
    }

    private static FileChannel spool() throws IOException {
        Path file = Files.createTempFile("hathor-", ".pcm");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private byte[] head(Path file) {
        if (!Files.exists(file)) {
            throw new UnreadableAudioException(Reason.MISSING, file, "there is no such file");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnreadableAudioException(Reason.NOT_A_FILE, file, "it is no file that can be read");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            long size = Files.size(file);
            if (size == 0) {
                throw new UnreadableAudioException(Reason.EMPTY, file, "it holds no bytes");
            }
            if (size > limits.fileBytesMax()) {
                throw new UnreadableAudioException(
                        Reason.TOO_LARGE, file, "%,d bytes are more than %,d".formatted(size, limits.fileBytesMax()));
            }
            return bytes.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw new UnreadableAudioException(Reason.NOT_A_FILE, file, "reading it fails: " + e.getMessage());
        }
    }

    private List<String> arguments(AudioFormat format) {
        // Asked for stereo, ffmpeg would give a mono recording 3 dB less on each side: the stream copies it instead.
        String layout = format.channels() == Channels.MONO ? "mono" : "mono|stereo";
        StringBuilder filter = new StringBuilder("aformat=sample_fmts=flt:channel_layouts=").append(layout);
        format.sampleRate().ifPresent(rate -> filter.append(":sample_rates=").append(rate));
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats"));
        arguments.addAll(List.of("-loglevel", "level+info", "-threads", "1", "-filter_threads", "1"));
        arguments.addAll(List.of("-protocol_whitelist", "fd,pipe", "-format_whitelist", DEMUXERS, "-i", "fd:"));
        arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1"));
        arguments.addAll(List.of("-af", filter.toString(), "-rematrix_maxval", "1"));
        arguments.addAll(List.of("-max_error_rate", Double.toString(limits.lossMax())));
        arguments.addAll(List.of("-c:a", "pcm_f32be", "-f", "au", "pipe:1"));
        return arguments;
    }
}
