package org.hathor.listening.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hathor.audio.choice.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RhythmAndKeyTrainingTest {
    @Test
    void theSamePiecesGiveTheSameThreeModels(@TempDir Path folder) throws IOException {
        for (String run : new String[] {"one", "two"}) {
            int status = new CommandLine(new RhythmAndKeyTraining())
                    .execute("--pieces=5", "--held-out=2", "--into=" + folder.resolve(run));
            assertThat(status).isZero();
        }
        for (String model : new String[] {"rhythm/onset-model", "rhythm/pulse-model", "tonality/key-model"}) {
            Path one = folder.resolve("one").resolve(model + ".json");
            assertThat(one).hasSameTextualContentAs(folder.resolve("two").resolve(model + ".json"));
            assertThat(Files.readString(one)).contains("seeds 100000 to 100004");
        }
    }

    @Test
    void theBenchmarksPiecesAreRefused(@TempDir Path folder) {
        int status = new CommandLine(new RhythmAndKeyTraining())
                .setExecutionExceptionHandler((e, line, parsed) -> 7)
                .execute("--first-seed=499", "--into=" + folder);
        assertThat(status).isEqualTo(7);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPieceTeachesItsBeatItsKeyAndItsOnsets() {
        Recording piece = Recording.piece(100_001);
        Lesson lesson = Lesson.of(piece);
        assertThat(lesson.key()).singleElement().satisfies(choice -> assertThat(right(choice))
                .isEqualTo(1));
        assertThat(lesson.pulse())
                .allSatisfy(choice -> assertThat(choice.answerable()).isTrue());
        long found = lesson.onsets().stream().filter(Choice::answerable).count();
        assertThat(found).isBetween(piece.onsets().length * 8L / 10, (long) piece.onsets().length);
    }

    @Test
    void aMetronomeTeachesABeatAndNoKey() {
        Lesson lesson = Lesson.of(Sounds.metronome(7));
        assertThat(lesson.pulse()).singleElement().satisfies(choice -> assertThat(choice.answerable())
                .isTrue());
        assertThat(right(lesson.key().get(0))).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void whatIsNoMusicTeachesToSayNothing(long seed) {
        Recording sound = Sounds.unmusical(seed);
        Lesson lesson = Lesson.of(sound);
        assertThat(lesson.pulse())
                .allSatisfy(choice -> assertThat(right(choice)).isZero());
        assertThat(right(lesson.key().get(0))).isZero();
        for (int i = 1; i < sound.onsets().length; i++) {
            assertThat(sound.onsets()[i] - sound.onsets()[i - 1]).isGreaterThanOrEqualTo(0.03);
        }
        assertThat(Sounds.unmusical(seed).samples()).isEqualTo(sound.samples());
    }

    private static int right(Choice choice) {
        int count = 0;
        for (boolean one : choice.right()) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
