package org.hathor.streaming.ledger;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.playback.Listen;
import org.hathor.lake.LakeTable;
import org.hathor.lake.LakeTables;
import org.hathor.streaming.StreamingJob;
import org.hathor.streaming.StreamingJobs;
import org.hathor.streaming.clickhouse.ClickHouseDestination;
import org.hathor.streaming.kafka.KafkaTopics;

/** The {@link Ledger} between Kafka, the lake and ClickHouse. */
public final class LedgerJob implements StreamingJob {
    /** The job's name, which is also its consumer group. */
    public static final String NAME = "ledger";

    /** For {@code flink run}; see {@link StreamingJobs#submit}. */
    public static void main(String[] arguments) throws Exception {
        StreamingJobs.submit(new LedgerJob(), System.getenv());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void define(StreamExecutionEnvironment environment, Endpoints endpoints) {
        KafkaTopics topics = new KafkaTopics(endpoints.kafkaBootstrap(), NAME, KafkaTopics.Start.COMMITTED);
        Ledger.build(
                new Ledger.Sources(
                        topics.read(environment, Contracts.LISTEN, Listen::getReceivedAt),
                        topics.read(environment, Contracts.REACTION, Reaction::getReceivedAt),
                        topics.read(environment, Contracts.CATALOGUE_ENTRY, CatalogueEntry::getDescribedAt)),
                endpoints.listenHorizon(),
                new Ledger.Sinks(
                        kept(Contracts.LISTEN, LakeTables.LISTENS, endpoints),
                        new LakeDestination<>(Contracts.LISTEN, LakeTables.LISTENS_LATE, endpoints),
                        kept(Contracts.REACTION, LakeTables.REACTIONS, endpoints),
                        kept(Contracts.CATALOGUE_ENTRY, LakeTables.CATALOGUE, endpoints),
                        letters -> letters.sinkTo(topics.write(Contracts.DEAD_LETTER))
                                .name("dead letters")
                                .uid("dead-letters")));
    }

    private static <T extends SpecificRecordBase> Ledger.Kept<T> kept(
            Contract<T> contract, LakeTable table, Endpoints endpoints) {
        return new Ledger.Kept<>(
                new LakeDestination<>(contract, table, endpoints), new ClickHouseDestination<>(contract, endpoints));
    }
}
