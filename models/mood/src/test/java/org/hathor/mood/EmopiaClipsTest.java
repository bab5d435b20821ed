package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void aKeyLetGoUnderThePedalSoundsUntilThePedalComesUpOrTheKeyIsStruckAgain()
            throws IOException, InvalidMidiDataException {
        Sequence sequence = new Sequence(Sequence.PPQ, 480);
        Track track = sequence.createTrack();
        note(track, 60, 0, 100);
        note(track, 62, 0, 100);
        pedal(track, 127, 50);
        note(track, 60, 480, 500);
        pedal(track, 10, 960);
        note(track, 64, 980, 1440);
        Path file = folder.resolve("pedal.mid");
        MidiSystem.write(sequence, 1, file.toFile());
        double tick = 0.5 / 480;
        assertThat(MidiNotes.read(file))
                .containsExactly(
                        new PlayedNote(0, 480 * tick, 60, 80),
                        new PlayedNote(0, 960 * tick, 62, 80),
                        new PlayedNote(480 * tick, 960 * tick, 60, 80),
                        new PlayedNote(980 * tick, 1440 * tick, 64, 80));
    }

    private static void note(Track track, int pitch, long from, long to) throws InvalidMidiDataException {
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, pitch, 80), from));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, pitch, 0), to));
    }

    private static void pedal(Track track, int position, long tick) throws InvalidMidiDataException {
        track.add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 64, position), tick));
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
