package org.hathor.importers;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.catalogue.CatalogueEntry;

/** Sends events of one contract, as many together as a bundle holds. */
final class PublishEvents<T extends SpecificRecordBase> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1;
    private static final int BATCH_MAX = 1_000;

    private final Counter described = ImportCounters.DESCRIBED.counter();
    private final String kafkaBootstrap;
    private final Class<T> type;
    private transient Publish publish;
    private transient List<T> waiting;

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

    @StartBundle
    public void begin() {
        waiting = new ArrayList<>();
    }

    @ProcessElement
    public void process(@Element T event) throws InterruptedException {
        waiting.add(event);
        if (waiting.size() == BATCH_MAX) {
            send();
        }
    }

    @FinishBundle
    public void end() throws InterruptedException {
        send();
    }

    private void send() throws InterruptedException {
        publish.publish(Contracts.of(type), waiting);
        if (type == CatalogueEntry.class) {
            described.inc(waiting.size());
        }
        waiting.clear();
    }
}
