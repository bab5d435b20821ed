package org.hathor.streaming.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.hathor.contracts.Contract;
import org.hathor.contracts.ingest.DeadLetter;

/**
 * The topics of the contracts, as one Flink job reads and writes them.
 *
 * @param bootstrap Kafka's host:port list
 * @param groupId the job's consumer group; its offsets are committed each time a checkpoint completes
 * @param start where to begin when there is no checkpoint to go on from
 */
public record KafkaTopics(String bootstrap, String groupId, Start start) {
    /** How far a partition's events may be out of order by their time of receipt. */
    private static final Duration DISORDER = Duration.ofSeconds(5);

    /** A partition silent for this long no longer holds the watermark back. */
    private static final Duration IDLE_AFTER = Duration.ofMinutes(1);

    /** Where a job begins that has no state. */
    public enum Start {
        /** Where its group left off: for a job whose results are rows that must not be written again. */
        COMMITTED,
        /** At the oldest event kept: for a job whose results are absolute values. */
        EARLIEST
    }

    public KafkaTopics {
        Objects.requireNonNull(bootstrap, "bootstrap is null");
        Objects.requireNonNull(groupId, "groupId is null");
        Objects.requireNonNull(start, "start is null");
    }

    /**
     * The contract's topic as a stream with event time, which is each event's time of receipt. What cannot be read is
     * in its side output {@link PartPoison#DEAD_LETTERS}.
     *
     * @param receivedAt the instant that watermarks follow; it must hardly ever go back within a partition
     */
    public <T extends SpecificRecordBase> SingleOutputStreamOperator<T> read(
            StreamExecutionEnvironment environment, Contract<T> contract, SerializableFunction<T, Instant> receivedAt) {
        String topic = contract.topic().name();
        WatermarkStrategy<Either<T, DeadLetter>> byReceipt =
                WatermarkStrategy.<Either<T, DeadLetter>>forBoundedOutOfOrderness(DISORDER)
                        .withTimestampAssigner((read, kafkaMs) ->
                                read.isLeft() ? receivedAt.apply(read.left()).toEpochMilli() : Long.MIN_VALUE)
                        .withIdleness(IDLE_AFTER);
        return environment
                .fromSource(source(topic, new EventDeserializer<>(contract.type())), byReceipt, topic)
                .uid(topic)
                .process(new PartPoison<T>(), new EventTypeInformation<>(contract.type()))
                .name("readable " + topic)
                .uid("readable-" + topic);
    }

    /**
     * As much of the contract's topic as a job needs, with event time as above. What cannot be read is passed over; it
     * is for the job that keeps the whole event to write the letter about it.
     *
     * @param receivedAtMs the instant that watermarks follow, epoch milliseconds
     */
    public <R> DataStream<R> read(
            StreamExecutionEnvironment environment,
            Projection<?, R> projection,
            TypeInformation<R> type,
            SerializableFunction<R, Long> receivedAtMs) {
        String topic = projection.contract().topic().name();
        WatermarkStrategy<R> byReceipt = WatermarkStrategy.<R>forBoundedOutOfOrderness(DISORDER)
                .withTimestampAssigner((read, kafkaMs) -> receivedAtMs.apply(read))
                .withIdleness(IDLE_AFTER);
        return environment
                .fromSource(source(topic, new ProjectionDeserializer<>(projection, type)), byReceipt, topic)
                .uid(topic);
    }

    /**
     * A sink that appends events to the contract's topic under the contract's key, at least once; every checkpoint
     * waits until Kafka has what was sent before it.
     */
    public <T extends SpecificRecordBase> KafkaSink<T> write(Contract<T> contract) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(bootstrap)
                .setRecordSerializer(new EventSerializer<>(contract.type()))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty(ProducerConfig.ACKS_CONFIG, "all")
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "20")
                .build();
    }

    private <R> KafkaSource<R> source(String topic, KafkaRecordDeserializationSchema<R> deserializer) {
        return KafkaSource.<R>builder()
                .setBootstrapServers(bootstrap)
                .setGroupId(groupId)
                .setClientIdPrefix(groupId + "-" + topic)
                .setTopics(topic)
                .setStartingOffsets(startingOffsets())
                .setDeserializer(deserializer)
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                // each poll is handed from the fetching thread to the reading one, which costs more than a few events
                .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "4000")
                .build();
    }

    @SuppressWarnings("deprecation") // Kafka has renamed the enum, the connector has not
    private OffsetsInitializer startingOffsets() {
        return switch (start) {
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
            case EARLIEST -> OffsetsInitializer.earliest();
        };
    }
}
