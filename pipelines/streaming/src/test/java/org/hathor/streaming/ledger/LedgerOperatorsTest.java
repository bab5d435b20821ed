package org.hathor.streaming.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.playback.Listen;
import org.hathor.streaming.Listens;
import org.hathor.streaming.kafka.EventTypeInformation;
import org.junit.jupiter.api.Test;

class LedgerOperatorsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:20:00Z");
    private static final Duration HORIZON = Duration.ofDays(2);

    @Test
    void listenIsLateFromOneMillisecondBeyondTheHorizon() throws Exception {
        var operator = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new PartLate(HORIZON)), serializer(Listen.class));
        operator.setup(serializer(Listen.class));
        operator.open();
        operator.processElement(Listens.listen("ada", "at", NOW, HORIZON), 0);
        operator.processElement(Listens.listen("ada", "beyond", NOW, HORIZON.plusMillis(1)), 0);
        operator.processElement(Listens.listen("ada", "fast clock", NOW, Duration.ofMinutes(-4)), 0);

        assertThat(operator.extractOutputValues())
                .extracting(Listen::getListenId)
                .containsExactly("at", "fast clock");
        assertThat(operator.getSideOutput(PartLate.LATE))
                .extracting(record -> record.getValue().getListenId())
                .containsExactly("beyond");
        operator.close();
    }

    @Test
    void onlyNewsOfTheCataloguePass() throws Exception {
        var operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DropRepeats()), DropRepeats::key, Types.STRING);
        operator.setup(serializer(CatalogueEntry.class));
        operator.open();
        operator.processElement(entry("Sparrow", 10), 0);
        operator.processElement(entry("Sparrow", 20), 0);
        operator.processElement(entry("The Sparrow", 30), 0);
        operator.processElement(entry("Sparrow", 25), 0);
        operator.processElement(entry("Sparrow", 40), 0);

        assertThat(operator.extractOutputValues())
                .extracting(CatalogueEntry::getName)
                .containsExactly("Sparrow", "The Sparrow", "Sparrow");
        operator.close();
    }

    private static <T extends SpecificRecordBase> TypeSerializer<T> serializer(Class<T> type) {
        return new EventTypeInformation<>(type).createSerializer(new SerializerConfigImpl());
    }

    private static CatalogueEntry entry(String name, int second) {
        Contracts.all();
        return CatalogueEntry.newBuilder()
                .setEntryId("track-1")
                .setKind(CatalogueKind.TRACK)
                .setName(name)
                .setDescribedAt(NOW.plusSeconds(second))
                .build();
    }
}
