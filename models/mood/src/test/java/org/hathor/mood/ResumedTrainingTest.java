package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedTrainingTest {
    private static final int EPOCHS = 6;

    @TempDir
    Path folder;

    @Test
    void aTrainingKilledMidwayEndsAsOneThatWasNot() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        Path broken = folder.resolve("broken");
        Process undisturbed = child(whole);
        assertThat(undisturbed.waitFor()).isZero();

        Process killed = child(broken);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.contains("step " + (3 * Child.STEPS_PER_EPOCH + 2))) {
                line = out.readLine();
            }
            assertThat(line).as("the child got into its fourth epoch").isNotNull();
            killed.destroyForcibly();
        }
        assertThat(killed.waitFor()).isNotZero();
        assertThat(broken.resolve("model")).doesNotExist();
        assertThat(broken.resolve("work").resolve("checkpoint")).exists();

        Process resumed = child(broken);
        String said = new String(resumed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(resumed.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("epoch 3 done").contains("epoch %d done".formatted(EPOCHS));
        assertThat(Files.readAllBytes(broken.resolve("model/weights.ndl")))
                .isEqualTo(Files.readAllBytes(whole.resolve("model/weights.ndl")));
        assertThat(Files.readString(broken.resolve("model/network.json")))
                .isEqualTo(Files.readString(whole.resolve("model/network.json")));
    }

    private static Process child(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dai.djl.offline=true",
                        "-Dai.djl.opt_out_tracking=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        if (folder.endsWith("whole")) {
            builder.redirectOutput(log.toFile());
        }
        return builder.start();
    }

    /** What is killed: trains the toy network and says how far it is. */
    static final class Child {
        static final int STEPS_PER_EPOCH = Toy.played(24).training().size() / 8;

        private Child() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            SplitClips clips = Toy.played(24);
            TrainingListener aloud = new TrainingListener() {
                @Override
                public void stepDone(long step, long steps) {
                    System.out.println("step " + step);
                }

                @Override
                public void epochDone(EpochReport report) {
                    System.out.println("epoch " + report.epoch() + " done");
                }
            };
            TrainingSettings settings = Toy.settings(9, EPOCHS);
            try (MoodModel model = new MoodTrainer(settings).train(clips, folder.resolve("work"), aloud)) {
                Evaluation evaluation = Evaluation.of(clips.test(), clip -> model.predict(clip.logMel()));
                model.save(folder.resolve("model"), ModelCardTest.card(settings, clips, model, evaluation));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aCheckpointOfAnotherTrainingIsNotTakenUp() throws IOException {
        SplitClips clips = Toy.played(24);
        Path work = folder.resolve("work");
        interrupt(Toy.settings(1, 3), clips, work);
        assertThat(work.resolve("checkpoint")).exists();
        List<EpochReport> reports = new ArrayList<>();
        new MoodTrainer(Toy.settings(2, 2))
                .train(clips, work, new TrainingListener() {
                    @Override
                    public void epochDone(EpochReport report) {
                        reports.add(report);
                    }
                })
                .close();
        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2);
    }

    private static void interrupt(TrainingSettings settings, SplitClips clips, Path work) throws IOException {
        try {
            new MoodTrainer(settings)
                    .train(clips, work, new TrainingListener() {
                        @Override
                        public void epochDone(EpochReport report) {
                            throw new IllegalStateException("interrupted");
                        }
                    })
                    .close();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("interrupted");
        }
    }
}
