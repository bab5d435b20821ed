package org.hathor.importers;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;

/**
 * An import as a pipeline: files → records → listens with ids, descriptions, dead letters → Kafka.
 *
 * <pre>
 * files ─► ReadExport ─┬─ listens by user and share of ids ─► TellApart ─► PublishListens
 *                      ├─ descriptions by id ─► BestDescription ─► PublishEvents
 *                      └─ dead letters ─► PublishEvents
 * </pre>
 */
final class ImportPipeline {
    private ImportPipeline() {}

    /**
     * What files hold.
     *
     * @param listens batches of at most 1,000 of one user, with their final ids
     */
    record Content(
            PCollection<List<Listen>> listens,
            PCollection<CatalogueEntry> descriptions,
            PCollection<DeadLetter> letters) {}

    /** @param userId whose export it is; null for a format of many users */
    static Content read(
            Pipeline pipeline, List<ExportFile> files, ExportFormat format, String userId, long importedAtMs) {
        KvCoder<String, Listen> listenCoder = KvCoder.of(StringUtf8Coder.of(), ContractCoder.of(Contracts.LISTEN));
        KvCoder<String, CatalogueEntry> entryCoder =
                KvCoder.of(StringUtf8Coder.of(), ContractCoder.of(Contracts.CATALOGUE_ENTRY));
        PCollectionTuple records = pipeline.apply(
                        "Files", Create.of(files).withCoder(SerializableCoder.of(ExportFile.class)))
                .apply("SpreadFiles", Reshuffle.viaRandomKey())
                .apply(
                        "ReadExport",
                        ParDo.of(new ReadExport(format, userId, importedAtMs))
                                .withOutputTags(
                                        ReadExport.LISTENS,
                                        TupleTagList.of(ReadExport.DESCRIPTIONS).and(ReadExport.LETTERS)));
        PCollection<List<Listen>> listens = records.get(ReadExport.LISTENS)
                .setCoder(listenCoder)
                .apply("ByShare", GroupByKey.create())
                .apply("TellApart", ParDo.of(new TellApart(format.sameContent())))
                .setCoder(ListCoder.of(ContractCoder.of(Contracts.LISTEN)));
        PCollection<CatalogueEntry> descriptions = records.get(ReadExport.DESCRIPTIONS)
                .setCoder(entryCoder)
                .apply("BestDescription", Combine.perKey(new BestDescription()))
                .setCoder(entryCoder)
                .apply("Descriptions", Values.create())
                .setCoder(ContractCoder.of(Contracts.CATALOGUE_ENTRY));
        return new Content(
                listens,
                descriptions,
                records.get(ReadExport.LETTERS).setCoder(ContractCoder.of(Contracts.DEAD_LETTER)));
    }

    /** Sends what the platform does not know yet. */
    static void publish(Content content, String kafkaBootstrap, KnownListens.Source known) {
        content.listens().apply("PublishListens", ParDo.of(new PublishListens(kafkaBootstrap, known)));
        content.descriptions()
                .apply("PublishDescriptions", ParDo.of(new PublishEvents<>(kafkaBootstrap, Contracts.CATALOGUE_ENTRY)));
        content.letters().apply("PublishLetters", ParDo.of(new PublishEvents<>(kafkaBootstrap, Contracts.DEAD_LETTER)));
    }
}
