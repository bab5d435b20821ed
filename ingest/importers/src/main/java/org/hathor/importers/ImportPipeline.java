package org.hathor.importers;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
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
 *                      ├─ descriptions by share of ids ─► ChooseDescriptions ─► PublishEvents
 *                      └─ dead letters by share of ids ─► Batches ─► PublishEvents
 * </pre>
 */
final class ImportPipeline {
    private ImportPipeline() {}

    /**
     * What files hold.
     *
     * @param listens with their final ids; a batch is of one user. No batch holds more than 1,000
     */
    record Content(
            PCollection<List<Listen>> listens,
            PCollection<List<CatalogueEntry>> descriptions,
            PCollection<List<DeadLetter>> letters) {}

    /** @param userId whose export it is; null for a format of many users */
    static Content read(
            Pipeline pipeline, List<ExportFile> files, ExportFormat format, String userId, long importedAtMs) {
        KvCoder<String, Listen> listenCoder = KvCoder.of(StringUtf8Coder.of(), ContractCoder.of(Contracts.LISTEN));
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
        PCollection<List<CatalogueEntry>> descriptions = records.get(ReadExport.DESCRIPTIONS)
                .setCoder(KvCoder.of(VarIntCoder.of(), ContractCoder.of(Contracts.CATALOGUE_ENTRY)))
                .apply("DescriptionsByShare", GroupByKey.create())
                .apply("ChooseDescriptions", ParDo.of(new ChooseDescriptions()))
                .setCoder(ListCoder.of(ContractCoder.of(Contracts.CATALOGUE_ENTRY)));
        PCollection<List<DeadLetter>> letters = records.get(ReadExport.LETTERS)
                .setCoder(KvCoder.of(VarIntCoder.of(), ContractCoder.of(Contracts.DEAD_LETTER)))
                .apply("LettersByShare", GroupByKey.create())
                .apply("Batches", ParDo.of(new Batches<DeadLetter>()))
                .setCoder(ListCoder.of(ContractCoder.of(Contracts.DEAD_LETTER)));
        return new Content(listens, descriptions, letters);
    }

    /** Sends what the platform does not know yet. */
    static void publish(Content content, String kafkaBootstrap, KnownListens.Source known) {
        content.listens().apply("PublishListens", ParDo.of(new PublishListens(kafkaBootstrap, known)));
        content.descriptions()
                .apply("PublishDescriptions", ParDo.of(new PublishEvents<>(kafkaBootstrap, Contracts.CATALOGUE_ENTRY)));
        content.letters().apply("PublishLetters", ParDo.of(new PublishEvents<>(kafkaBootstrap, Contracts.DEAD_LETTER)));
    }
}
