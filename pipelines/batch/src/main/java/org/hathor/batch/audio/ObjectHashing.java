package org.hathor.batch.audio;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.hathor.batch.JobContext;
import org.hathor.batch.Progress;

/** The objects with their content hashes, computed by tasks. */
final class ObjectHashing {
    private static final int PARTITIONS_MAX = 1_000;

    private ObjectHashing() {}

    /**
     * Reads every object once.
     *
     * @return the objects in the order of their tracks; one that has gone meanwhile is left out, and one that cannot be
     *     read has an empty hash
     */
    static List<AudioObject> hashed(JobContext context, List<AudioObject> objects) {
        if (objects.isEmpty()) {
            return List.of();
        }
        var bytesDone = context.spark().sparkContext().longAccumulator("bytes hashed");
        long bytes = objects.stream().mapToLong(AudioObject::bytes).sum();
        context.progress()
                .phase(
                        "looking for changes in %,d objects".formatted(objects.size()),
                        new Progress.Work(bytes >> 10, () -> bytesDone.value() >> 10, "KiB"));
        List<AudioObject> largestFirst =
                objects.stream().sorted(AudioObject.LARGEST_FIRST).toList();
        return JavaSparkContext.fromSparkContext(context.spark().sparkContext())
                .parallelize(largestFirst, Math.min(PARTITIONS_MAX, objects.size()))
                .map(object -> {
                    AudioObject hashed = hashed(object);
                    bytesDone.add(object.bytes());
                    return hashed;
                })
                .filter(Objects::nonNull)
                .collect()
                .stream()
                .sorted(Comparator.comparing(AudioObject::trackId))
                .toList();
    }

    private static AudioObject hashed(AudioObject object) {
        try {
            return object.withContentHash(ContentHash.of(object.file()));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            return object;
        }
    }
}
