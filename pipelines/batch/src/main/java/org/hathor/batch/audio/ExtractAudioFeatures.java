package org.hathor.batch.audio;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobOptions;
import org.hathor.batch.JobReport;

/**
 * Measures every track's features into {@code audio_features}: tempo, key, loudness, spectrum, pitch and the rest of
 * {@link org.hathor.audio.feature.TrackFeatures}. How it keeps to the new and the changed, and what a kill costs, is
 * {@link AnalysisRun}'s.
 */
public final class ExtractAudioFeatures implements Job {
    private final Config config;

    /**
     * What to work on.
     *
     * @param folder a folder of music; empty for the catalogue's objects
     * @param limits of the run
     */
    public record Config(Optional<Path> folder, AnalysisRun.Config limits) {
        public Config {
            Objects.requireNonNull(folder, "folder is null");
            Objects.requireNonNull(limits, "limits is null");
        }

        public static Config of(JobOptions options) {
            return new Config(options.text("folder").map(Path::of), AnalysisRun.Config.of(options));
        }
    }

    public ExtractAudioFeatures(Config config) {
        this.config = Objects.requireNonNull(config, "config is null");
    }

    @Override
    public JobReport run(JobContext context) {
        ObjectFolder folder = ObjectFolder.of(config.folder(), context.endpoints());
        AnalysisOutcome outcome =
                new AnalysisRun(context, new FeatureAnalysis(), config.limits(), step -> {}).over(folder);
        return outcome.end(outcome.tell(FeatureAnalysis.TABLE, "analysed"));
    }
}
