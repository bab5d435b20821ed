package org.hathor.batch.mood;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobOptions;
import org.hathor.batch.JobReport;
import org.hathor.batch.ModelVersions;
import org.hathor.batch.audio.AnalysisOutcome;
import org.hathor.batch.audio.AnalysisRun;
import org.hathor.batch.audio.ObjectFolder;
import org.hathor.warehouse.Warehouse;

/**
 * Tells every track's moods into {@code audio_moods}, by the mood network now shown: those that have none yet, have
 * changed, or have them from another version.
 */
public final class ScoreMood implements Job {
    private final Config config;

    /**
     * What to work on, and by what.
     *
     * @param folder a folder of music; empty for the catalogue's objects
     * @param version of the network; empty for the latest that was promoted
     * @param limits of the run
     */
    public record Config(Optional<Path> folder, Optional<String> version, AnalysisRun.Config limits) {
        public Config {
            Objects.requireNonNull(folder, "folder is null");
            Objects.requireNonNull(version, "version is null");
            Objects.requireNonNull(limits, "limits is null");
        }

        public static Config of(JobOptions options) {
            return new Config(
                    options.text("folder").map(Path::of), options.text("model"), AnalysisRun.Config.of(options));
        }
    }

    public ScoreMood(Config config) {
        this.config = Objects.requireNonNull(config, "config is null");
    }

    @Override
    public JobReport run(JobContext context) {
        ObjectFolder folder = ObjectFolder.of(config.folder(), context.endpoints());
        Optional<String> version = config.version().or(() -> promoted(context));
        if (version.isEmpty()) {
            return JobReport.builder()
                    .figure("analysed", 0)
                    .line("No mood network has been promoted yet: train one with train-mood.")
                    .ok();
        }
        Path model = new MoodFolder(context.data()).of(version.get());
        if (!Files.isDirectory(model)) {
            throw new IllegalArgumentException("there is no mood network %s at %s".formatted(version.get(), model));
        }
        AnalysisOutcome outcome = new AnalysisRun(
                        context, new MoodAnalysis(version.get(), model.toString()), config.limits(), step -> {})
                .over(folder);
        JobReport.Builder report = outcome.tell(MoodAnalysis.TABLE, "scored").figure("version", version.get());
        return outcome.end(report.line("By mood network %s.", version.get()));
    }

    private static Optional<String> promoted(JobContext context) {
        try (Warehouse warehouse = Warehouse.open(context.endpoints().get().clickhouseJdbcUrl())) {
            warehouse.migrate();
            return new ModelVersions(warehouse, TrainMood.MODEL).promoted();
        }
    }
}
