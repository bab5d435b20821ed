package org.hathor.batch.audio;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobOptions;
import org.hathor.batch.JobReport;
import org.hathor.batch.Lake;

/**
 * Takes every track's fingerprint into {@code audio_fingerprints}, and finds the pairs of tracks that hold the same
 * recording for {@code audio_duplicates}. Both follow from the objects alone: drop the tables, run it, and they are
 * back.
 */
public final class BuildFingerprints implements Job {
    private final Config config;
    private final Consumer<AnalysisRun.Step> reached;

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

    public BuildFingerprints(Config config) {
        this(config, step -> {});
    }

    BuildFingerprints(Config config, Consumer<AnalysisRun.Step> reached) {
        this.config = Objects.requireNonNull(config, "config is null");
        this.reached = Objects.requireNonNull(reached, "reached is null");
    }

    @Override
    public JobReport run(JobContext context) {
        ObjectFolder folder = ObjectFolder.of(config.folder(), context.endpoints());
        FingerprintAnalysis analysis = new FingerprintAnalysis();
        AnalysisOutcome outcome = new AnalysisRun(context, analysis, config.limits(), reached).over(folder);
        context.progress().phase("looking for duplicates");
        long pairs = new Duplicates(new Lake(context.spark())).refresh(folder.source(), analysis);
        return outcome.end(outcome.tell(FingerprintAnalysis.TABLE, "fingerprinted")
                .figure("duplicates", pairs)
                .line("%,d pairs of tracks hold the same recording.", pairs));
    }
}
