package org.hathor.audio.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.hathor.audio.Pcm;

/** Recordings that tests read back. */
final class RecordingMaker {
    static final Ffmpeg FFMPEG = Ffmpeg.bundled();

    private RecordingMaker() {}

    /** A tone in each channel, an octave apart, at half and a quarter of full scale, with a little noise. */
    static Pcm tones(double seconds, int sampleRate, int channels) {
        Random random = new Random(7);
        float[][] samples = new float[channels][(int) Math.round(seconds * sampleRate)];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < samples[c].length; i++) {
                double phase = 2 * Math.PI * 440 * (c + 1) * i / sampleRate;
                samples[c][i] = (float) (Math.sin(phase) * 0.5 / (c + 1) + 0.01 * random.nextGaussian());
            }
        }
        return new Pcm(samples, sampleRate);
    }

    static Path write(Pcm pcm, Path folder, String name, AudioEncoding encoding) {
        Path file = folder.resolve(name + "." + encoding.extension());
        new AudioWriter(FFMPEG).write(pcm, file, encoding);
        return file;
    }

    /** Whatever ffmpeg makes of the given arguments: films, pictures, formats that are not written otherwise. */
    static Path run(Path file, List<String> arguments) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(FFMPEG.executable().toString(), "-v", "error", "-nostdin", "-y");
            builder.command().addAll(arguments);
            builder.command().add(file.toString());
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of the first {@code share} of a file. */
    static Path cut(Path file, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] part = java.util.Arrays.copyOf(bytes, (int) (bytes.length * share));
        return Files.write(file.resolveSibling("cut-" + file.getFileName()), part);
    }
}
