package org.hathor.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hathor.batch.audio.BuildFingerprints;
import org.hathor.batch.audio.ExtractAudioFeatures;
import org.hathor.batch.history.MergeHistory;
import org.hathor.batch.mood.ScoreMood;
import org.hathor.batch.mood.TrainMood;
import org.hathor.batch.recommendation.TrainRecommendations;
import org.hathor.batch.reconciliation.Reconcile;
import org.hathor.batch.statistics.DailyStats;
import org.hathor.batch.upkeep.MaintainLake;
import org.hathor.mood.TrainingSettings;

/**
 * Every Spark job of the platform. A new job is a class and an entry here; the launcher and Airflow see it from there.
 */
public final class JobRegistry {
    private static final String HOURLY = "5 * * * *";
    private static final String WEEKLY = "30 4 * * 0";
    private static final String DAILY = "30 3 * * *";

    /** What every job over sound can be told. */
    private static final List<JobOption> AUDIO_OPTIONS = List.of(
            new JobOption(
                    "folder",
                    "A folder of music, looked through with its subfolders; default: the catalogue's objects (AUDIO_OBJECTS)."),
            new JobOption(
                    "max-quarantined-ratio",
                    "Share of the objects in quarantine above which the run ends with status 1, from 5 objects on; default 0.1."),
            new JobOption(
                    "quarantined",
                    "keep: leave alone what was refused before and has not changed; retry: try it again; default keep."),
            new JobOption("chunk", "Objects between two commits, the most that a kill can cost; default 1000."));

    private static final List<JobEntry> ALL = List.of(
            new JobEntry(
                    "merge-history",
                    "Merges listens that arrived long after they began into the ledger, by identity.",
                    List.of("ledger.listens_late", "ledger.listens"),
                    List.of("ledger.listens", "ledger.listens_late"),
                    List.of(),
                    HOURLY,
                    List.of(),
                    options -> new MergeHistory()),
            new JobEntry(
                    "daily-stats",
                    "Counts each UTC day's listens by track, artist and user.",
                    List.of("ledger.listens"),
                    List.of("ledger.track_days", "ledger.artist_days", "ledger.user_days"),
                    List.of("merge-history"),
                    DAILY,
                    List.of(
                            new JobOption("from", "First day to count anew, e.g. 2026-01-31; default: the very first."),
                            new JobOption("to", "The day after the last; default: no end.")),
                    options -> new DailyStats(DailyStats.Config.of(options))),
            new JobEntry(
                    "train-recommendations",
                    "Trains implicit ALS, judges it against popularity, and publishes lists of a new version.",
                    List.of("ledger.listens"),
                    List.of(
                            "clickhouse.recommendation_lists",
                            "clickhouse.model_versions",
                            "models/recommendations/<version>"),
                    List.of("merge-history"),
                    DAILY,
                    List.of(
                            new JobOption(
                                    "interactions",
                                    "hetrec:FOLDER or movielens:FOLDER in place of the lake's listens; such a model is never promoted."),
                            new JobOption("rank", "Length of a vector; default 64."),
                            new JobOption("alpha", "Weight of the observed over the unobserved; default 5."),
                            new JobOption("regularisation", "Scaled by the number of interactions; default 0.4."),
                            new JobOption("iterations", "Default 16."),
                            new JobOption("blocks", "Parts that users and items are cut into; default 4.")),
                    options -> new TrainRecommendations(TrainRecommendations.Config.of(options))),
            new JobEntry(
                    "extract-audio-features",
                    "Measures every track's tempo, key, loudness, spectrum and the rest; only what is new or has changed.",
                    List.of("objects/audio"),
                    List.of("ledger.audio_features", "ledger.audio_quarantine"),
                    List.of(),
                    DAILY,
                    AUDIO_OPTIONS,
                    options -> new ExtractAudioFeatures(ExtractAudioFeatures.Config.of(options))),
            new JobEntry(
                    "build-fingerprints",
                    "Takes every track's fingerprint and finds duplicates; only what is new or has changed.",
                    List.of("objects/audio"),
                    List.of("ledger.audio_fingerprints", "ledger.audio_duplicates", "ledger.audio_quarantine"),
                    List.of(),
                    DAILY,
                    AUDIO_OPTIONS,
                    options -> new BuildFingerprints(BuildFingerprints.Config.of(options))),
            new JobEntry(
                    "train-mood",
                    "Trains the mood network on labelled music, judges it against a regression and the one now shown.",
                    List.of("labelled", "models/mood/<version>"),
                    List.of("ledger.mood_log_mels", "clickhouse.model_versions", "models/mood/<version>"),
                    List.of(),
                    WEEKLY,
                    List.of(
                            new JobOption(
                                    "labelled",
                                    "A folder of music with labels: beside name.wav a name.json with \"quadrant\": \"Q1\" to \"Q4\", as "
                                            + "'./hathor simulate music' writes; default: labelled below the data folder."),
                            new JobOption(
                                    "emopia", "A folder with EMOPIA's MIDI files, or a zip of them; needs FluidSynth."),
                            new JobOption(
                                    "epochs",
                                    "Most passes over the clips; default %d."
                                            .formatted(
                                                    TrainingSettings.standard(1).epochs())),
                            new JobOption("seed", "Of the split by song, the first weights and the order; default 1.")),
                    options -> new TrainMood(TrainMood.Config.of(options))),
            new JobEntry(
                    "score-mood",
                    "Tells every track's moods by the mood network now shown; only where they are missing or older.",
                    List.of("objects/audio", "clickhouse.model_versions", "models/mood/<version>"),
                    List.of("ledger.audio_moods", "ledger.audio_quarantine"),
                    List.of("extract-audio-features"),
                    DAILY,
                    with(
                            AUDIO_OPTIONS,
                            new JobOption(
                                    "model", "A network's version, promoted or not; default: the latest promoted.")),
                    options -> new ScoreMood(ScoreMood.Config.of(options))),
            new JobEntry(
                    "reconcile",
                    "Compares plays per day and track by ClickHouse with the same by the lake; fails on any difference.",
                    List.of(
                            "clickhouse.listens",
                            "ledger.listens",
                            "ledger.listens_late",
                            "kafka.playback.listened.v1"),
                    List.of("ledger.reconciliations", "reconciliations/<instant>.json"),
                    List.of("merge-history"),
                    DAILY,
                    List.of(new JobOption("wait", "How long to wait for streaming at most; default PT3M.")),
                    options -> new Reconcile(Reconcile.Config.of(options))),
            new JobEntry(
                    "maintain-lake",
                    "Compacts the lake's small files and expires old snapshots.",
                    List.of("ledger.*"),
                    List.of("ledger.*"),
                    List.of(
                            "merge-history",
                            "daily-stats",
                            "train-recommendations",
                            "extract-audio-features",
                            "build-fingerprints",
                            "score-mood",
                            "reconcile"),
                    DAILY,
                    List.of(new JobOption("keep", "How much of the past stays readable; default P3D.")),
                    options -> new MaintainLake(MaintainLake.Config.of(options))));

    private JobRegistry() {}

    private static List<JobOption> with(List<JobOption> options, JobOption more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    /** Every job, in an order that fits {@link JobEntry#after}. */
    public static List<JobEntry> all() {
        return ALL;
    }

    public static Optional<JobEntry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The registry for other programs: a list of entries. */
    public static String toJson() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(ALL);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entries are always writable", e);
        }
    }
}
