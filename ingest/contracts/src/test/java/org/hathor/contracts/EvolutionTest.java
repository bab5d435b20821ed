package org.hathor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract may only change so that readers and writers of every released version go on working. */
class EvolutionTest {
    static Stream<Contract<?>> contracts() {
        return Contracts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theCurrentSchemaIsTheLastLockedOne(Contract<?> contract) {
        List<Schema> released = Contracts.released(contract.schema().getName());
        assertThat(released).as("locked versions of %s", contract).isNotEmpty();
        assertThat(written(contract))
                .as("%s differs from its last locked version: add a new file under locked/", contract)
                .isEqualTo(released.get(released.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyReleasedVersionIsReadableByTheCurrentOneAndTheOtherWayRound(Contract<?> contract) {
        for (Schema released : Contracts.released(contract.schema().getName())) {
            assertThat(compatibility(contract.schema(), released)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            assertThat(compatibility(released, contract.schema())).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            assertThat(Topic.of(released)).as("topic of %s", contract).isEqualTo(contract.topic());
        }
    }

    @Test
    void aRemovedFieldWithoutADefaultIsRefused() {
        Schema released = Contracts.LISTEN.schema();
        Schema without = Schema.createRecord(released.getName(), null, released.getNamespace(), false);
        without.setFields(released.getFields().stream()
                .filter(field -> !field.name().equals("trackId"))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        assertThat(compatibility(released, without)).isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    }

    @Test
    void everyFieldIsDocumentedAndTopicsAreDistinct() {
        Set<String> topics = new HashSet<>();
        for (Contract<?> contract : Contracts.all()) {
            assertThat(contract.schema().getDoc()).as("doc of %s", contract).isNotBlank();
            assertThat(contract.schema().getFields()).allSatisfy(field -> assertThat(field.doc())
                    .as("doc of %s.%s", contract.schema().getName(), field.name())
                    .isNotBlank());
            assertThat(topics.add(contract.topic().name())).isTrue();
        }
    }

    /** The schema as its author wrote it; the generated class adds Java's string type to it. */
    private static Schema written(Contract<?> contract) {
        try (InputStream in = Contracts.class.getResourceAsStream(
                "/contracts/%s.avsc".formatted(contract.schema().getName()))) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getCompatibility();
    }
}
