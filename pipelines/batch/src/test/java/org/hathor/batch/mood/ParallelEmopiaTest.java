package org.hathor.batch.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.hathor.batch.BatchTestBed;
import org.hathor.mood.FluidSynth;
import org.hathor.mood.MoodClip;
import org.hathor.mood.Quadrant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelEmopiaTest {
    @TempDir
    private Path folder;

    @Test
    void clipsInTheFolderAndInZipFilesAreRenderedOnceByTasks() throws Exception {
        Assumptions.assumeTrue(
                FluidSynth.find(System.getenv()).isPresent(), "FluidSynth or its sound font is not installed");
        BatchTestBed bed = BatchTestBed.fresh();
        for (int song = 0; song < 9; song++) {
            Files.write(folder.resolve("Q%d_song%d_0.mid".formatted(1 + song % 4, song)), scale(60 + song));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("midis.zip")))) {
            zip.putNextEntry(new ZipEntry("midis/Q3_zipped_1.mid"));
            zip.write(scale(50));
        }

        List<MoodClip> clips = new ParallelEmopia(bed.context(), folder).clips();

        assertThat(clips).hasSize(10);
        assertThat(clips)
                .filteredOn(clip -> clip.song().equals("zipped"))
                .singleElement()
                .satisfies(clip -> {
                    assertThat(clip.labels().quadrant()).contains(Quadrant.Q3);
                    assertThat(clip.notes()).hasSize(8);
                });
        Map<String, Long> rendered = kept(bed);
        assertThat(rendered).hasSizeGreaterThanOrEqualTo(10);

        assertThat(new ParallelEmopia(bed.context(), folder).clips()).isEqualTo(clips);
        assertThat(kept(bed)).isEqualTo(rendered);
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws IOException {
        BatchTestBed bed = BatchTestBed.fresh();
        assertThatThrownBy(() -> new ParallelEmopia(bed.context(), folder.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--emopia: there is no folder");
    }

    /** When each kept spectrogram was written. */
    private static Map<String, Long> kept(BatchTestBed bed) throws IOException {
        Map<String, Long> kept = new TreeMap<>();
        try (Stream<Path> files = Files.walk(bed.data().resolve("models/mood/rendered"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
            }
        }
        return kept;
    }

    /** Eight quarter notes upwards. */
    private static byte[] scale(int from) throws InvalidMidiDataException, IOException {
        Sequence sequence = new Sequence(Sequence.PPQ, 480);
        Track track = sequence.createTrack();
        for (int i = 0; i < 8; i++) {
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, from + i, 80), 480L * i));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, from + i, 0), 480L * i + 400));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MidiSystem.write(sequence, 0, bytes);
        return bytes.toByteArray();
    }
}
