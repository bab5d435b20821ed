package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoxSettingsTest {
    private static final Path ROOT = Path.of("/opt/hathor");

    @Test
    void anEngineWhoseAddressIsGivenIsNotStarted() {
        BoxSettings settings =
                BoxSettings.of(ROOT, Path.of("data"), 8080, Map.of("KAFKA_BOOTSTRAP", "kafka:9092", "REDIS_URL", " "));
        assertThat(settings.external("KAFKA_BOOTSTRAP")).contains("kafka:9092");
        assertThat(settings.external("REDIS_URL")).isEmpty();
        assertThat(settings.data()).isAbsolute();
    }

    @Test
    void theLakeMayLieElsewhere() {
        BoxSettings settings = BoxSettings.of(ROOT, Path.of("/data"), 0, Map.of());
        assertThat(settings.lakeWarehouse(Map.of())).isEqualTo("/data/lake");
        assertThat(settings.lakeWarehouse(Map.of("LAKE_WAREHOUSE", "s3://lake")))
                .isEqualTo("s3://lake");
    }

    @Test
    void audioObjectsLieInTheBoxUnlessToldOtherwise() {
        BoxSettings settings = BoxSettings.of(ROOT, Path.of("/data"), 0, Map.of());
        assertThat(settings.audioObjects(Map.of())).isEqualTo("/data/objects/audio");
        assertThat(settings.audioObjects(Map.of("AUDIO_OBJECTS", "/music"))).isEqualTo("/music");
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        assertThatThrownBy(() -> BoxSettings.of(ROOT, Path.of("/data"), 70_000, Map.of()))
                .hasMessageContaining("--http-port")
                .hasMessageContaining("70000");
    }
}
