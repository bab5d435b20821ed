package org.hathor.importers;

import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.catalogue.CatalogueEntry;

/** Sends batches of events of one contract. */
final class PublishEvents<T extends SpecificRecordBase> extends DoFn<List<T>, Void> {
    private static final long serialVersionUID = 1;

    private final Counter described = ImportCounters.DESCRIBED.counter();
    private final String kafkaBootstrap;
    private final Class<T> type;
    private transient Publish publish;

    PublishEvents(String kafkaBootstrap, Contract<T> contract) {
        this.kafkaBootstrap = kafkaBootstrap;
        this.type = contract.type();
    }

    @Setup
    public void setUp() {
        publish = new Publish(kafkaBootstrap);
    }

    @Teardown
    public void tearDown() {
        if (publish != null) {
            publish.close();
        }
    }

    @ProcessElement
    public void process(@Element List<T> batch) throws InterruptedException {
        publish.publish(Contracts.of(type), batch);
        if (type == CatalogueEntry.class) {
            described.inc(batch.size());
        }
    }
}
