package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmopiaClipsTest {
    @TempDir
    Path folder;

    @Test
    void notesAreReadInSecondsThroughAChangeOfTempo() throws IOException, InvalidMidiDataException {
        assertThat(MidiNotes.read(midi("Q1_song_0.mid")))
                .containsExactly(new PlayedNote(0, 0.5, 60, 90), new PlayedNote(0.5, 1.5, 64, 40));
    }

    @Test
    void clipsAreRenderedOnceFromFoldersAndZips() throws IOException, InterruptedException, InvalidMidiDataException {
        Assumptions.assumeTrue(
                FluidSynth.find(System.getenv()).isPresent(), "FluidSynth with a sound font is not installed");
        Path midi = midi("Q1_song_with_parts_0.mid");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("more.zip")))) {
            zip.putNextEntry(new ZipEntry("midis/Q3_other_7.mid"));
            zip.write(Files.readAllBytes(midi));
        }
        Path cache = folder.resolve("cache");
        List<MoodClip> clips = new EmopiaClips(folder, cache, System.getenv()).clips();
        assertThat(clips).extracting(MoodClip::song).containsExactly("song_with_parts", "other");
        assertThat(clips)
                .extracting(c -> c.labels().quadrant().orElseThrow())
                .containsExactly(Quadrant.Q1, Quadrant.Q3);
        assertThat(clips.get(0).logMel().seconds()).isGreaterThan(1.4);
        assertThat(clips.get(0).notes()).hasSize(2);
        // What is kept needs no synthesiser.
        assertThat(new EmopiaClips(folder, cache, Map.of()).clips()).isEqualTo(clips);
    }

    @Test
    void whatIsMissingIsSaid() throws IOException, InvalidMidiDataException {
        EmopiaClips nothing = new EmopiaClips(folder.resolve("absent"), folder.resolve("cache"), Map.of());
        assertThatThrownBy(nothing::clips)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("no MIDI files of EMOPIA");
        midi("Q2_song_0.mid");
        EmopiaClips unplayable = new EmopiaClips(folder, folder.resolve("cache"), Map.of("PATH", "/nowhere"));
        assertThatThrownBy(unplayable::clips)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("apt-get install fluidsynth fluid-soundfont-gm");
    }

    @Test
    void traitsSayHowItIsPlayed() {
        List<PlayedNote> cMajor = scale(0, 2, 4, 5, 7, 9, 11, 12);
        List<PlayedNote> cMinor = scale(0, 2, 3, 5, 7, 8, 10, 12);
        float[] major = NoteTraits.of(cMajor, 0, 4, 0);
        float[] minor = NoteTraits.of(cMinor, 0, 4, 0);
        assertThat(major[0]).as("two notes a second").isCloseTo(2 / 5f - 1, within(1e-6f));
        assertThat(major[6]).as("major fits better").isPositive().isGreaterThan(minor[6]);
        float[] higher = NoteTraits.of(cMajor, 0, 4, 3);
        assertThat(higher[1] - major[1]).isCloseTo(3 / 8f, within(1e-5f));
        assertThat(higher[6]).isEqualTo(major[6]);
        assertThat(NoteTraits.of(cMajor, 0, 0.9, 0)).as("two notes say nothing").isEmpty();
    }

    @Test
    void aGridSaysWhatSoundsInEachStepOfACrop() {
        double frame = (double) LogMelFrontEnd.HOP_LENGTH / LogMelFrontEnd.SAMPLE_RATE;
        NoteGrid grid = new NoteGrid(List.of(new PlayedNote(8 * frame, 16 * frame, 61, 85)), 32);
        double[][] told = new double[2][NoteGrid.TRAITS];
        grid.describe(new Augmentation.Cut(0, 1, 2), 2, (step, trait, value) -> told[step][trait] = value);
        assertThat(told[0][0]).as("nothing struck").isEqualTo(-1);
        assertThat(told[1][0]).as("one struck in eight frames").isCloseTo(3 / 8.0 - 1, within(1e-9));
        assertThat(told[1][1]).as("velocity").isCloseTo(1, within(1e-9));
        assertThat(told[1][3]).as("pitch, two semitones up").isCloseTo(3 / 8.0, within(1e-9));
        assertThat(told[1][6 + 3]).as("C sharp has become D sharp").isCloseTo(2, within(1e-9));
        assertThat(told[1][6 + 1]).isZero();
    }

    private static List<PlayedNote> scale(int... steps) {
        return IntStream.range(0, steps.length)
                .mapToObj(i -> new PlayedNote(i * 0.5, i * 0.5 + (i % 4 == 0 ? 1 : 0.4), 60 + steps[i], 80))
                .toList();
    }

    /** Two notes, a quarter each: the second at half the tempo. */
    private Path midi(String name) throws IOException, InvalidMidiDataException {
        Sequence sequence = new Sequence(Sequence.PPQ, 480);
        Track track = sequence.createTrack();
        track.add(new MidiEvent(tempo(500_000), 0));
        track.add(new MidiEvent(tempo(1_000_000), 480));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 60, 90), 0));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 60, 0), 480));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 64, 40), 480));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 64, 0), 960));
        Path file = folder.resolve(name);
        MidiSystem.write(sequence, 1, file.toFile());
        return file;
    }

    private static MetaMessage tempo(int microsecondsAQuarter) throws InvalidMidiDataException {
        byte[] data = {
            (byte) (microsecondsAQuarter >> 16), (byte) (microsecondsAQuarter >> 8), (byte) microsecondsAQuarter
        };
        return new MetaMessage(0x51, data, 3);
    }
}
