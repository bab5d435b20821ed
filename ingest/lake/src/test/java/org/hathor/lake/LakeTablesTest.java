package org.hathor.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.types.Types;
import org.hathor.contracts.Endpoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeTablesTest {
    private static final LakeTable NARROW =
            LakeTable.unpartitioned("narrow", new Schema(column(1, "id", Types.StringType.get())), List.of("id"));

    private LakeCatalog<InMemoryCatalog> lake;

    @BeforeEach
    void open() {
        InMemoryCatalog catalog = new InMemoryCatalog();
        catalog.initialize(LakeCatalog.NAME, Map.of());
        lake = new LakeCatalog<>(catalog);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    /** A table's shape is a promise to everybody who reads the lake: a change of it is seen in a review. */
    @ParameterizedTest
    @ValueSource(strings = {"listens", "listens_late", "reactions", "catalogue"})
    void tableLooksAsPromised(String name) throws IOException {
        lake.ensure();

        LakeTable definition = LakeTables.all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(description(lake.load(definition))).isEqualToIgnoringNewLines(expected(name));
    }

    @Test
    void ensuringTwiceChangesNothing() {
        lake.ensure();
        Table before = lake.load(LakeTables.LISTENS);

        lake.ensure();

        Table after = lake.load(LakeTables.LISTENS);
        assertThat(after.schema().schemaId()).isEqualTo(before.schema().schemaId());
        assertThat(after.properties()).isEqualTo(before.properties()).containsAllEntriesOf(propertiesListed());
    }

    @Test
    void columnOfNewerContractIsAddedAndMayBeNull() {
        lake.ensure(NARROW);
        Schema wider = new Schema(
                column(1, "id", Types.StringType.get()),
                column(2, "genres", Types.ListType.ofRequired(3, Types.StringType.get())));

        Table table = lake.ensure(LakeTable.unpartitioned("narrow", wider, List.of("id")));

        assertThat(table.schema().findField("genres").isOptional()).isTrue();
        assertThat(table.schema().findField("id").fieldId()).isEqualTo(1);
    }

    @Test
    void columnThatContractDroppedStays() {
        Schema wider = new Schema(column(1, "id", Types.StringType.get()), column(2, "mood", Types.StringType.get()));
        lake.ensure(LakeTable.unpartitioned("narrow", wider, List.of("id")));

        assertThat(lake.ensure(NARROW).schema().findField("mood")).isNotNull();
    }

    @Test
    void columnWidensWhereItCanAndIsRefusedWhereItCannot() {
        lake.ensure(LakeTable.unpartitioned(
                "counts", new Schema(column(1, "plays", Types.IntegerType.get())), List.of("plays")));

        Table widened = lake.ensure(LakeTable.unpartitioned(
                "counts", new Schema(column(1, "plays", Types.LongType.get())), List.of("plays")));
        assertThat(widened.schema().findType("plays")).isEqualTo(Types.LongType.get());

        LakeTable breaking = LakeTable.unpartitioned(
                "counts", new Schema(column(1, "plays", Types.StringType.get())), List.of("plays"));
        assertThatThrownBy(() -> lake.ensure(breaking))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("plays of counts is long");
    }

    @Test
    void credentialsLeaveTheUrlForKeysThatEnginesRedact() {
        Endpoints endpoints = Endpoints.fromEnvironment(Map.of(
                "KAFKA_BOOTSTRAP", "localhost:9092",
                "POSTGRES_JDBC_URL", "jdbc:postgresql://localhost:5432/hathor?user=me&password=p%26w&ssl=false",
                "REDIS_URL", "redis://localhost",
                "CLICKHOUSE_JDBC_URL", "jdbc:clickhouse://localhost/hathor",
                "LAKE_WAREHOUSE", "/lake/../warehouse",
                "FLINK_URL", "http://localhost:8081"));

        assertThat(LakeCatalog.properties(endpoints))
                .containsEntry("uri", "jdbc:postgresql://localhost:5432/hathor?ssl=false")
                .containsEntry("jdbc.user", "me")
                .containsEntry("jdbc.password", "p&w")
                .containsEntry("warehouse", "/warehouse");
    }

    private static Types.NestedField column(int id, String name, org.apache.iceberg.types.Type type) {
        return Types.NestedField.required(id, name, type);
    }

    private static Map<String, String> propertiesListed() {
        return LakeTable.PROPERTIES.entrySet().stream()
                .filter(property -> !property.getKey().equals("format-version"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String description(Table table) {
        StringBuilder text = new StringBuilder();
        for (Types.NestedField column : table.schema().columns()) {
            text.append("%s %s%s%n".formatted(column.name(), column.type(), column.isOptional() ? "" : " not null"));
        }
        table.spec()
                .fields()
                .forEach(field -> text.append("partitioned by %s(%s)%n"
                        .formatted(field.transform(), table.schema().findColumnName(field.sourceId()))));
        table.sortOrder()
                .fields()
                .forEach(field -> text.append("sorted by %s %s%n"
                        .formatted(table.schema().findColumnName(field.sourceId()), field.direction())));
        return text.toString();
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = LakeTablesTest.class.getResourceAsStream("/lake/%s.txt".formatted(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
