package org.hathor.batch.audio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.hathor.batch.JobContext;
import org.hathor.batch.Lake;
import org.hathor.batch.Progress;

/**
 * Brings an analysis' table up to date with a folder of objects: analyses what is new, has changed (by content hash) or
 * was made by another version, and nothing else.
 *
 * <ol>
 *   <li>All objects are hashed, in parallel.
 *   <li>Those without a row of their hash and of the current version, in the table or in quarantine, are analysed in
 *       chunks, the largest objects first, a task each. After each chunk its rows are committed, then its refusals: a
 *       run that is killed loses one chunk at most, and what it left is taken up by the next.
 *   <li>Rows that no object answers for are removed: those of objects that are gone or have changed into something that
 *       cannot be analysed, and refusals of objects that are gone or have been mended. A folder that is suddenly empty
 *       is taken for one that is not mounted: then nothing is removed, and the report says so.
 * </ol>
 *
 * <p>At the end the two tables are a function of the folder and the version, whatever happened on the way. Two runs of
 * one job at once are kept apart by a lock file in the data folder.
 */
public final class AnalysisRun {
    private final JobContext context;
    private final Analysis analysis;
    private final Config config;
    private final Consumer<Step> reached;

    /**
     * Limits of a run.
     *
     * @param quarantinedRatioMax share of the objects in quarantine above which the run is not well, 0 to 1
     * @param chunkObjectsMax objects analysed between two commits
     * @param chunkBytesMax bytes of objects analysed between two commits; one object may have more
     * @param refused what is done with objects that are in quarantine already
     */
    public record Config(double quarantinedRatioMax, int chunkObjectsMax, long chunkBytesMax, RefusedBefore refused) {
        public static final double QUARANTINED_RATIO_MAX_DEFAULT = 0.1;

        /** Fewer refusals than this never make a run fail: of three files, one bad one is no sign of anything. */
        public static final int QUARANTINED_MIN = 5;

        private static final int CHUNK_OBJECTS_DEFAULT = 1_000;
        private static final long CHUNK_BYTES_DEFAULT = 512L << 20;

        public Config {
            if (!(quarantinedRatioMax >= 0 && quarantinedRatioMax <= 1)) {
                throw new IllegalArgumentException(
                        "--max-quarantined-ratio must be 0 to 1, not " + quarantinedRatioMax);
            }
            if (chunkObjectsMax < 1 || chunkObjectsMax > 100_000) {
                throw new IllegalArgumentException("--chunk must be 1 to 100000 objects, not " + chunkObjectsMax);
            }
            Objects.requireNonNull(refused, "refused is null");
        }

        public static Config of(org.hathor.batch.JobOptions options) {
            return new Config(
                    options.decimal("max-quarantined-ratio").orElse(QUARANTINED_RATIO_MAX_DEFAULT),
                    options.integer("chunk").orElse(CHUNK_OBJECTS_DEFAULT),
                    CHUNK_BYTES_DEFAULT,
                    options.text("quarantined").map(RefusedBefore::parse).orElse(RefusedBefore.KEEP));
        }
    }

    /** What is done with objects that are in quarantine already, unchanged. */
    public enum RefusedBefore {
        KEEP,
        RETRY;

        static RefusedBefore parse(String text) {
            for (RefusedBefore value : values()) {
                if (value.name().equalsIgnoreCase(text)) {
                    return value;
                }
            }
            throw new IllegalArgumentException("--quarantined must be keep or retry, not '%s'".formatted(text));
        }
    }

    /** Points of a run between which it may die. */
    public enum Step {
        HASHED,
        CHUNK_ANALYSED,
        CHUNK_COMMITTED,
        CHUNK_REFUSALS_COMMITTED,
        ROWS_REMOVED,
        REFUSALS_REMOVED
    }

    public AnalysisRun(JobContext context, Analysis analysis, Config config, Consumer<Step> reached) {
        this.context = Objects.requireNonNull(context, "context is null");
        this.analysis = Objects.requireNonNull(analysis, "analysis is null");
        this.config = Objects.requireNonNull(config, "config is null");
        this.reached = Objects.requireNonNull(reached, "reached is null");
    }

    /** Does it. */
    public AnalysisOutcome over(ObjectFolder folder) {
        new Lake(context.spark()).ensure(AnalysisTable.definition(analysis), Quarantine.TABLE);
        RunLock lock = RunLock.take(context.data(), analysis.job());
        try {
            return analyse(folder);
        } finally {
            lock.close();
        }
    }

    private AnalysisOutcome analyse(ObjectFolder folder) {
        Lake lake = new Lake(context.spark());
        AnalysisTable table = AnalysisTable.of(lake, analysis);
        AnalysisTable quarantine = AnalysisTable.quarantine(lake, analysis.job());
        context.progress().phase("listing " + folder.path());
        ObjectFolder.Listing listing = folder.list();
        List<AudioObject> objects = ObjectHashing.hashed(context, listing.objects());
        reached.accept(Step.HASHED);

        Map<String, AnalysisTable.Made> made = table.made(folder.source());
        Map<String, AnalysisTable.Made> refused = quarantine.made(folder.source());
        List<AudioObject> pending = objects.stream()
                .filter(object -> !holds(made, object) && (retries() || !holds(refused, object)))
                .sorted(AudioObject.LARGEST_FIRST)
                .toList();
        AnalysisOutcome.Counts counts = new AnalysisOutcome.Counts();
        analyse(pending, table, quarantine, counts);

        int removed = 0;
        if (!objects.isEmpty()) {
            context.progress().phase("removing what is gone");
            removed = removeStale(folder.source(), objects, table, quarantine);
        }
        Map<String, AnalysisTable.Made> standing = quarantine.made(folder.source());
        return new AnalysisOutcome(
                folder,
                objects.size(),
                listing.shadowed().size(),
                counts.analysed(),
                counts.reasons(),
                removed,
                standing.size(),
                objects.isEmpty() && !made.isEmpty(),
                config.quarantinedRatioMax());
    }

    private boolean retries() {
        return config.refused() == RefusedBefore.RETRY;
    }

    private boolean holds(Map<String, AnalysisTable.Made> made, AudioObject object) {
        AnalysisTable.Made row = made.get(object.trackId());
        return row != null && row.from(object, analysis.version());
    }

    private void analyse(
            List<AudioObject> pending, AnalysisTable table, AnalysisTable quarantine, AnalysisOutcome.Counts counts) {
        if (pending.isEmpty()) {
            return;
        }
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(context.spark().sparkContext());
        var bytesDone = context.spark().sparkContext().longAccumulator("bytes analysed");
        long bytes = pending.stream().mapToLong(AudioObject::bytes).sum();
        Progress.Work work = new Progress.Work(bytes >> 10, () -> bytesDone.value() >> 10, "KiB");
        Analysis analysing = analysis;
        for (List<AudioObject> chunk : chunks(pending)) {
            context.progress().phase("listening to %,d objects".formatted(pending.size()), work);
            List<Analysed> analysed = spark.parallelize(chunk, chunk.size())
                    .map(object -> {
                        Analysed result = Analysed.of(analysing, object);
                        bytesDone.add(object.bytes());
                        return result;
                    })
                    .collect();
            reached.accept(Step.CHUNK_ANALYSED);
            context.progress().phase("keeping what was heard of %,d".formatted(chunk.size()), work);
            commit(analysed, table, quarantine, counts);
        }
    }

    private void commit(
            List<Analysed> analysed, AnalysisTable table, AnalysisTable quarantine, AnalysisOutcome.Counts counts) {
        List<Row> rows = new ArrayList<>();
        List<Row> refusals = new ArrayList<>();
        for (Analysed each : analysed) {
            counts.add(each);
            if (each instanceof Analysed.Well well) {
                rows.add(AnalysisTable.row(well, analysis.version()));
            } else if (each instanceof Analysed.Refused refused) {
                refusals.add(Quarantine.row(
                        refused,
                        analysis.job(),
                        analysis.version(),
                        context.clock().instant()));
            }
        }
        table.put(rows);
        reached.accept(Step.CHUNK_COMMITTED);
        quarantine.put(refusals);
        reached.accept(Step.CHUNK_REFUSALS_COMMITTED);
    }

    /** Cuts the objects into runs of at most so many, and of at most so many bytes. */
    List<List<AudioObject>> chunks(List<AudioObject> pending) {
        List<List<AudioObject>> chunks = new ArrayList<>();
        List<AudioObject> chunk = new ArrayList<>();
        long bytes = 0;
        for (AudioObject object : pending) {
            if (!chunk.isEmpty()
                    && (chunk.size() == config.chunkObjectsMax() || bytes + object.bytes() > config.chunkBytesMax())) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(object);
            bytes += object.bytes();
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private int removeStale(String source, List<AudioObject> objects, AnalysisTable table, AnalysisTable quarantine) {
        Map<String, AudioObject> present = new HashMap<>();
        objects.forEach(object -> present.put(object.trackId(), object));
        Map<String, AnalysisTable.Made> rows = table.made(source);
        Set<String> gone = stale(rows, present);
        table.remove(source, gone);
        reached.accept(Step.ROWS_REMOVED);
        rows.keySet().removeAll(gone);
        Map<String, AnalysisTable.Made> refusals = quarantine.made(source);
        Set<String> mended = stale(refusals, present);
        refusals.keySet().stream().filter(rows::containsKey).forEach(mended::add);
        quarantine.remove(source, mended);
        reached.accept(Step.REFUSALS_REMOVED);
        return gone.size();
    }

    private Set<String> stale(Map<String, AnalysisTable.Made> rows, Map<String, AudioObject> present) {
        Set<String> stale = new HashSet<>();
        new TreeMap<>(rows).forEach((track, row) -> {
            AudioObject object = present.get(track);
            if (object == null || !row.from(object, analysis.version())) {
                stale.add(track);
            }
        });
        return stale;
    }
}
