package org.hathor.simulator.music;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sound as a WAV file of 16 bits a sample. */
public final class WavFile {
    private WavFile() {}

    /**
     * The bytes of a WAV file.
     *
     * @param channels one or two, of equal length, within -1 to 1
     */
    public static byte[] of(int sampleRate, float[]... channels) {
        int frames = channels[0].length;
        byte[] pcm = new byte[2 * channels.length * frames];
        int at = 0;
        for (int i = 0; i < frames; i++) {
            for (float[] channel : channels) {
                int value = Math.round(Math.max(-1, Math.min(1, channel[i])) * 32_767);
                pcm[at++] = (byte) value;
                pcm[at++] = (byte) (value >> 8);
            }
        }
        AudioFormat format = new AudioFormat(sampleRate, 16, channels.length, true, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream(pcm.length + 64);
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(pcm), format, frames)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
