package org.hathor.importers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;

/** What an export holds according to the pipeline, gathered in this process instead of sent. */
record Collected(
        List<Listen> listens, List<CatalogueEntry> descriptions, List<DeadLetter> letters, PipelineResult result) {
    private static final Map<String, Queue<SpecificRecordBase>> GATHERED = new ConcurrentHashMap<>();

    static Collected of(Path path, ExportFormat format, String userId) {
        return of(path, format, userId, Runner.DIRECT.options(null));
    }

    static Collected of(Path path, ExportFormat format, String userId, PipelineOptions options) {
        String run = UUID.randomUUID().toString();
        Pipeline pipeline = Pipeline.create(options);
        ImportPipeline.Content content =
                ImportPipeline.read(pipeline, ExportFolder.find(path, format), format, userId, 1_000);
        content.listens().apply("GatherListens", ParDo.of(new Gather<>(run + "listens")));
        content.descriptions().apply("GatherDescriptions", ParDo.of(new Gather<>(run + "descriptions")));
        content.letters().apply("GatherLetters", ParDo.of(new Gather<>(run + "letters")));
        PipelineResult result = pipeline.run();
        result.waitUntilFinish();
        return new Collected(
                take(run + "listens", Listen.class).stream()
                        .sorted(Comparator.comparing(Listen::getUserId).thenComparing(Listen::getListenId))
                        .toList(),
                take(run + "descriptions", CatalogueEntry.class).stream()
                        .sorted(Comparator.comparing(CatalogueEntry::getEntryId))
                        .toList(),
                take(run + "letters", DeadLetter.class).stream()
                        .sorted(Comparator.comparing(DeadLetter::getOrigin))
                        .toList(),
                result);
    }

    private static <T> List<T> take(String key, Class<T> type) {
        Collection<SpecificRecordBase> gathered = GATHERED.remove(key);
        List<T> typed = new ArrayList<>();
        if (gathered != null) {
            gathered.forEach(event -> typed.add(type.cast(event)));
        }
        return typed;
    }

    private static void add(String key, SpecificRecordBase event) {
        GATHERED.computeIfAbsent(key, absent -> new ConcurrentLinkedQueue<>()).add(event);
    }

    private static final class Gather<T extends SpecificRecordBase> extends DoFn<List<T>, Void> {
        private static final long serialVersionUID = 1;
        private final String key;

        Gather(String key) {
            this.key = key;
        }

        @ProcessElement
        public void process(@Element List<T> batch) {
            batch.forEach(event -> add(key, event));
        }
    }
}
