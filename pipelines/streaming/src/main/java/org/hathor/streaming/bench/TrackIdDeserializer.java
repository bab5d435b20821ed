package org.hathor.streaming.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hathor.contracts.Contracts;

/**
 * Reads of a listen its track's id and no more: it skips the fields before and leaves what follows. A listen written
 * under an older version of the contract is decoded whole.
 */
final class TrackIdDeserializer implements KafkaRecordDeserializationSchema<String> {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "trackId";

    private transient byte[] header;
    private transient List<Schema> before;
    private transient BinaryDecoder decoder;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        Schema schema = Contracts.LISTEN.schema();
        header = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
        before = schema.getFields().stream()
                .limit(schema.getField(FIELD).pos())
                .map(Schema.Field::schema)
                .toList();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<String> out) throws IOException {
        out.collect(trackId(message.value()));
    }

    String trackId(byte[] bytes) throws IOException {
        if (bytes.length < header.length || !Arrays.equals(bytes, 0, header.length, header, 0, header.length)) {
            return Contracts.LISTEN.decode(bytes).getTrackId();
        }
        decoder = DecoderFactory.get().binaryDecoder(bytes, header.length, bytes.length - header.length, decoder);
        for (Schema skipped : before) {
            GenericDatumReader.skip(skipped, decoder);
        }
        return decoder.readString();
    }

    @Override
    public TypeInformation<String> getProducedType() {
        return Types.STRING;
    }
}
