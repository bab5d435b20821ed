package org.hathor.batch.audio;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.hathor.audio.Pcm;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.reading.Channels;
import org.hathor.audio.reading.PcmStream;
import org.hathor.audio.reading.UnreadableAudioException;

/** How tasks come by an object's samples: one reader a JVM, made by the first that needs it. */
public final class Decoder {
    /**
     * Nobody hears what a higher rate adds, and a small file may declare one that fills the memory: half an hour of
     * stereo takes 0.7 GB at this rate and 5.5 GB at the highest that the reader takes.
     */
    private static final int SAMPLE_RATE_MAX = 48_000;

    /** What is longer is decoded by way of a temporary file, so that memory never holds it twice. */
    private static final int GATHERED_SECONDS_MAX = 600;

    private static final int BLOCK_FRAMES = 1 << 15;

    private Decoder() {}

    private static final class Once {
        private static final AudioReader READER = AudioReader.standard();
    }

    /**
     * The object's samples in a wanted format.
     *
     * @throws RefusedException when the object is to blame; the reason is one of
     *     {@link UnreadableAudioException.Reason}
     * @throws MachineException when the machine is, so that nothing is held against the object
     */
    public static Pcm decode(AudioObject object, AudioFormat format) throws RefusedException {
        return guarded(object, () -> Once.READER.read(object.file(), format));
    }

    /**
     * The object's samples at its own rate, or at 48,000 Hz where that is higher, with one channel or two.
     *
     * @throws RefusedException as {@link #decode(AudioObject, AudioFormat)}
     * @throws MachineException as {@link #decode(AudioObject, AudioFormat)}
     */
    public static Pcm decodeAsRecorded(AudioObject object) throws RefusedException {
        return guarded(object, () -> {
            try (PcmStream stream = Once.READER.open(object.file(), AudioFormat.asRecorded())) {
                if (stream.sampleRate() <= SAMPLE_RATE_MAX) {
                    return gathered(object, stream);
                }
            }
            return Once.READER.read(
                    object.file(), new AudioFormat(OptionalInt.of(SAMPLE_RATE_MAX), Channels.AS_RECORDED));
        });
    }

    private static Pcm gathered(AudioObject object, PcmStream stream) {
        int channels = stream.channels();
        List<float[]> blocks = new ArrayList<>();
        long samples = 0;
        float[] block = new float[BLOCK_FRAMES * channels];
        for (int read = stream.read(block); read > 0; read = stream.read(block)) {
            blocks.add(Arrays.copyOf(block, read));
            samples += read;
            if (samples > (long) GATHERED_SECONDS_MAX * stream.sampleRate() * channels) {
                blocks.clear();
                stream.close();
                return Once.READER.read(object.file(), AudioFormat.asRecorded());
            }
        }
        float[][] pcm = new float[channels][(int) (samples / channels)];
        int at = 0;
        for (float[] each : blocks) {
            for (int i = 0; i < each.length; i++) {
                pcm[i % channels][at + i / channels] = each[i];
            }
            at += each.length / channels;
        }
        return new Pcm(pcm, stream.sampleRate());
    }

    private static Pcm guarded(AudioObject object, Supplier<Pcm> decoding) throws RefusedException {
        try {
            return decoding.get();
        } catch (UnreadableAudioException e) {
            throw new RefusedException(e.reason().name(), e.getMessage());
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new MachineException("cannot decode %s: %s".formatted(object.object(), e.getMessage()), e);
        }
    }
}
