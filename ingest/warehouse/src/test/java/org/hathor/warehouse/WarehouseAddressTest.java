package org.hathor.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseAddressTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:clickhouse://ch:9000/hathor, http://ch:9000/, hathor",
        "jdbc:ch://ch/hathor?ssl=true, https://ch:8443/, hathor",
        "jdbc:clickhouse:https://ch/hathor, https://ch:8443/, hathor",
        "jdbc:clickhouse://127.0.0.1:8123, http://127.0.0.1:8123/, default",
    })
    void aJdbcUrlTellsTheHttpAddress(String url, String http, String database) {
        WarehouseAddress address = WarehouseAddress.parse(url);

        assertThat(address.http()).hasToString(http);
        assertThat(address.database()).isEqualTo(database);
    }

    @Test
    void credentialsAreDecodedAndNeverShown() {
        WarehouseAddress address = WarehouseAddress.parse("jdbc:clickhouse://ch/hathor?user=a%40b&password=se%26cret");

        assertThat(address.user()).isEqualTo("a@b");
        assertThat(address.password()).isEqualTo("se&cret");
        assertThat(address.toString()).doesNotContain("cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://ch/hathor",
                "jdbc:postgresql://ch/hathor",
                "jdbc:clickhouse:",
                "jdbc:clickhouse://ch/a;b"
            })
    void anythingElseIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> WarehouseAddress.parse(url));
    }
}
