package org.hathor.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_BOOTSTRAP", "127.0.0.1:9092",
            "POSTGRES_JDBC_URL", "jdbc:postgresql://127.0.0.1/hathor?user=h&password=secret",
            "REDIS_URL", "redis://:secret@127.0.0.1:6379",
            "CLICKHOUSE_JDBC_URL", "jdbc:clickhouse://127.0.0.1:8123/hathor?password=secret",
            "LAKE_WAREHOUSE", "/data/lake",
            "FLINK_URL", "http://127.0.0.1:8081");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "30000,-,true",
                "29999,-,false",
                "29999,29999,true",
                "30000,200000,true",
                "12000,12000,true",
                "11999,12000,false",
                "0,0,false"
            })
    void aListenQualifiesAtThirtySecondsOrTheWholeShorterTrack(long msPlayed, Long lengthMs, boolean qualified) {
        assertThat(ListenRules.qualified(msPlayed, lengthMs)).isEqualTo(qualified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "tab\t", "ü", "line\n"})
    void idsAreVisibleAscii(String text) {
        assertThatThrownBy(() -> new TrackId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trackId");
    }

    @Test
    void idsHaveALimit() {
        assertThat(new ListenId("x".repeat(128)).toString()).hasSize(128);
        assertThatThrownBy(() -> new ListenId("x".repeat(129))).hasMessageContaining("at most 128");
    }

    @Test
    void endpointsComeFromTheEnvironmentAndGoBackToIt() {
        Endpoints endpoints = Endpoints.fromEnvironment(ENVIRONMENT);
        assertThat(endpoints.listenHorizon()).isEqualTo(Duration.ofHours(48));
        assertThat(Endpoints.fromEnvironment(endpoints.toEnvironment())).isEqualTo(endpoints);
        assertThat(endpoints.audioObjects()).isEqualTo(".hathor/objects/audio");
        assertThat(endpoints.toString()).doesNotContain("secret").contains("127.0.0.1:6379");
    }

    @Test
    void aWrongSettingIsNamed() {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.remove("REDIS_URL");
        assertThatThrownBy(() -> Endpoints.fromEnvironment(environment)).hasMessageContaining("REDIS_URL");
        environment.putAll(ENVIRONMENT);
        environment.put("HATHOR_LISTEN_HORIZON", "two days");
        assertThatThrownBy(() -> Endpoints.fromEnvironment(environment)).hasMessageContaining("PT48H");
        environment.put("HATHOR_LISTEN_HORIZON", "P30D");
        assertThatThrownBy(() -> Endpoints.fromEnvironment(environment)).hasMessageContaining("P7D");
    }
}
