package org.hathor.streaming.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.MalformedEventException;
import org.hathor.contracts.ingest.DeadLetter;

/**
 * Reads a record as its contract's event or, when it cannot be read, as a letter about it. The letter's id derives from
 * where the bytes lie, so reading them again makes the same letter.
 *
 * @param <T> the generated class
 */
final class EventDeserializer<T extends SpecificRecordBase>
        implements KafkaRecordDeserializationSchema<Either<T, DeadLetter>> {
    private static final long serialVersionUID = 1L;
    private static final byte[] TOMBSTONE = new byte[0];

    private final Class<T> type;
    private transient Contract<T> contract;

    EventDeserializer(Class<T> type) {
        this.type = Objects.requireNonNull(type, "type is null");
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        contract = Contracts.of(type);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Either<T, DeadLetter>> out) {
        byte[] bytes = message.value() == null ? TOMBSTONE : message.value();
        Either<T, DeadLetter> read;
        try {
            read = Either.Left(contract.decode(bytes));
        } catch (MalformedEventException e) {
            read = Either.Right(letter(message, bytes, e));
        }
        out.collect(read);
    }

    @Override
    public TypeInformation<Either<T, DeadLetter>> getProducedType() {
        return new EitherTypeInfo<>(new EventTypeInformation<>(type), new EventTypeInformation<>(DeadLetter.class));
    }

    private static DeadLetter letter(ConsumerRecord<?, ?> message, byte[] bytes, MalformedEventException cause) {
        String origin = "%s/%d@%d".formatted(message.topic(), message.partition(), message.offset());
        return DeadLetter.newBuilder()
                .setLetterId(UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setOrigin(origin)
                .setCode("UNREADABLE_EVENT")
                .setReason(cause.getMessage() + ": send it again under a released version of its contract")
                .setOriginal(ByteBuffer.wrap(bytes))
                .setRejectedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
