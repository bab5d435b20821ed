package org.hathor.batch.audio;

import java.io.UncheckedIOException;
import org.hathor.audio.Pcm;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.reading.UnreadableAudioException;

/** How tasks come by an object's samples: one reader a JVM, made by the first that needs it. */
public final class Decoder {
    private Decoder() {}

    private static final class Once {
        private static final AudioReader READER = AudioReader.standard();
    }

    /**
     * The object's samples.
     *
     * @throws RefusedException when the object is to blame; the reason is one of
     *     {@link UnreadableAudioException.Reason}
     * @throws MachineException when the machine is, so that nothing is held against the object
     */
    public static Pcm decode(AudioObject object, AudioFormat format) throws RefusedException {
        try {
            return Once.READER.read(object.file(), format);
        } catch (UnreadableAudioException e) {
            throw new RefusedException(e.reason().name(), e.getMessage());
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new MachineException("cannot decode %s: %s".formatted(object.object(), e.getMessage()), e);
        }
    }
}
