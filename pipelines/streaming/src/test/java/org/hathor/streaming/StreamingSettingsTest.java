package org.hathor.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamingSettingsTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "KAFKA_BOOTSTRAP", "localhost:9092",
            "POSTGRES_JDBC_URL", "jdbc:postgresql://localhost/hathor?user=me&password=secret",
            "REDIS_URL", "redis://localhost",
            "CLICKHOUSE_JDBC_URL", "jdbc:clickhouse://localhost/hathor",
            "LAKE_WAREHOUSE", "/lake",
            "FLINK_URL", "http://localhost:8081",
            "HATHOR_DATA", "/data"));

    @Test
    void defaultsSuitOneMachine() {
        StreamingSettings settings = StreamingSettings.fromEnvironment(environment);

        assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.parallelism()).isEqualTo(1);
        assertThat(settings.stateBackend()).isEqualTo(StreamingSettings.StateBackend.HASHMAP);
        assertThat(settings.restPort()).isEqualTo(8081);
        assertThat(settings.checkpoints("ledger")).hasToString("/data/flink/checkpoints/ledger");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "HATHOR_DATA, ''",
        "FLINK_REST_PORT, 70000",
        "FLINK_REST_PORT, many",
        "HATHOR_CHECKPOINT_INTERVAL, 10s",
        "HATHOR_CHECKPOINT_INTERVAL, PT0S",
        "HATHOR_STREAMING_PARALLELISM, 0",
        "HATHOR_STATE_BACKEND, disk"
    })
    void wrongSettingIsNamed(String variable, String value) {
        environment.put(variable, value);

        assertThatThrownBy(() -> StreamingSettings.fromEnvironment(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(variable);
    }
}
