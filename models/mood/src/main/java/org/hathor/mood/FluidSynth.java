package org.hathor.mood;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.hathor.audio.Pcm;

/**
 * The FluidSynth synthesiser, a program of the system, with a bank of recorded instruments: notes in, sound out.
 *
 * @param program the executable
 * @param soundFont the bank
 */
public record FluidSynth(Path program, Path soundFont) {
    private static final List<String> SOUND_FONTS =
            List.of("/usr/share/sounds/sf2/FluidR3_GM.sf2", "/usr/share/sounds/sf2/default-GM.sf2");
    private static final long LONGEST_SECONDS = 120;

    /**
     * The one on the search path with a bank at its usual place, or at {@code HATHOR_SOUND_FONT}; empty where either is
     * missing.
     */
    public static Optional<FluidSynth> find(Map<String, String> environment) {
        Optional<Path> program = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "fluidsynth"))
                .filter(Files::isExecutable)
                .findFirst();
        Optional<Path> soundFont = Stream.concat(
                        Stream.ofNullable(environment.get("HATHOR_SOUND_FONT")), SOUND_FONTS.stream())
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst();
        return program.flatMap(p -> soundFont.map(s -> new FluidSynth(p, s)));
    }

    /**
     * As {@link #find}, or says what is missing.
     *
     * @throws NoSuchFileException when there is no FluidSynth or no bank
     */
    public static FluidSynth require(Map<String, String> environment) throws NoSuchFileException {
        return find(environment)
                .orElseThrow(
                        () -> new NoSuchFileException(
                                "fluidsynth",
                                null,
                                "rendering MIDI needs FluidSynth and a sound font; on Debian: apt-get install fluidsynth fluid-soundfont-gm"));
    }

    /**
     * Plays a MIDI file, dry (no reverberation, no chorus), at the program's own gain.
     *
     * @throws IOException when it cannot be played, or takes longer than two minutes
     */
    public Pcm render(Path midi, int sampleRate) throws IOException, InterruptedException {
        Path wav = Files.createTempFile("hathor-fluidsynth", ".wav");
        try {
            List<String> command = List.of(
                    program.toString(),
                    "-ni",
                    "-q",
                    "-R",
                    "0",
                    "-C",
                    "0",
                    "-r",
                    Integer.toString(sampleRate),
                    "-F",
                    wav.toString(),
                    soundFont.toString(),
                    midi.toString());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("FluidSynth took longer than %d s over %s".formatted(LONGEST_SECONDS, midi));
            }
            if (process.exitValue() != 0 || Files.size(wav) == 0) {
                throw new IOException(
                        "FluidSynth could not play %s (exit status %d)".formatted(midi, process.exitValue()));
            }
            return read(wav);
        } finally {
            Files.deleteIfExists(wav);
        }
    }

    private static Pcm read(Path wav) throws IOException {
        try (AudioInputStream in =
                AudioSystem.getAudioInputStream(new BufferedInputStream(Files.newInputStream(wav)))) {
            int channels = in.getFormat().getChannels();
            if (in.getFormat().getSampleSizeInBits() != 16) {
                throw new IOException("16-bit samples were expected of FluidSynth, not " + in.getFormat());
            }
            ByteOrder order = in.getFormat().isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            var samples =
                    java.nio.ByteBuffer.wrap(in.readAllBytes()).order(order).asShortBuffer();
            float[][] pcm = new float[channels][samples.remaining() / channels];
            for (int i = 0; i < pcm[0].length; i++) {
                for (float[] channel : pcm) {
                    channel[i] = samples.get() / 32768f;
                }
            }
            return new Pcm(pcm, Math.round(in.getFormat().getSampleRate()));
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("FluidSynth wrote what is no WAV", e);
        }
    }
}
