package org.hathor.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checked-in definitions are those the contracts ask for. */
class DefinitionTest {
    private static final Pattern COLUMN = Pattern.compile("^    ([a-z_]+) ([A-Z].*?),?$", Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("kept")
    void aTableHasTheFieldsOfItsContract(Contract<?> contract) {
        List<String> expected = contract.schema().getFields().stream()
                .map(field -> ColumnNames.of(field.name()) + " " + columnType(field.schema()))
                .toList();

        assertThat(insertedColumns(contract.table().orElseThrow()))
                .as(
                        "columns of %s; a new field of the contract needs a new file with ALTER TABLE … ADD COLUMN IF NOT EXISTS",
                        contract.table().orElseThrow())
                .isEqualTo(expected);
    }

    static Stream<Contract<?>> kept() {
        return Contracts.all().stream().filter(contract -> contract.table().isPresent());
    }

    @Test
    void everyFileIsApplied() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/clickhouse"))) {
            assertThat(Warehouse.DEFINITIONS)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void everyFileMayBeAppliedAgain() {
        assertThat(Warehouse.DEFINITIONS)
                .allSatisfy(file -> assertThat(Warehouse.definition(file)).contains("IF NOT EXISTS"));
    }

    private static List<String> insertedColumns(String table) {
        String definition = Warehouse.DEFINITIONS.stream()
                .map(Warehouse::definition)
                .filter(text -> text.contains("TABLE IF NOT EXISTS " + table + "\n"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no definition of " + table));
        return COLUMN.matcher(definition)
                .results()
                .filter(column -> !column.group(2).contains("MATERIALIZED"))
                .map(column -> column.group(1) + " " + plain(column.group(2)))
                .toList();
    }

    /** LowCardinality is storage, not meaning. */
    private static String plain(String type) {
        Matcher dictionary = Pattern.compile("^LowCardinality\\((.*)\\)$").matcher(type);
        return dictionary.matches() ? dictionary.group(1) : type;
    }

    private static String columnType(Schema schema) {
        return switch (schema.getType()) {
            case STRING, ENUM -> "String";
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? "DateTime64(3, 'UTC')" : "Int64";
            case INT -> "Int32";
            case DOUBLE -> "Float64";
            case BOOLEAN -> "Bool";
            case ARRAY -> "Array(%s)".formatted(columnType(schema.getElementType()));
            case UNION -> "Nullable(%s)".formatted(columnType(schema.getTypes().get(1)));
            default -> throw new AssertionError("no column type for " + schema);
        };
    }
}
