package org.hathor.simulator.music;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogueMusicTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pop",
                "indie pop",
                "dream pop",
                "rock",
                "indie rock",
                "folk",
                "country",
                "hip hop",
                "trap",
                "r&b",
                "soul",
                "funk",
                "jazz",
                "classical",
                "ambient",
                "house",
                "techno",
                "drum and bass",
                "synthwave",
                "metal",
                "punk",
                "reggae",
                "latin",
                "afrobeats"
            })
    void everyGenreHasAStyleAndAPiece(String genre) {
        PieceSpec spec = CatalogueMusic.of("track-1", "Some Title", genre);
        assertThat(spec.style()).isPresent();
        assertThat(spec).isEqualTo(CatalogueMusic.of("track-1", "Some Title", genre));
        assertThat(spec.seed())
                .isNotEqualTo(CatalogueMusic.of("track-2", "Some Title", genre).seed());
        assertThat(Composer.compose(spec.withSeconds(10)).melody()).isNotEmpty();
    }

    @Test
    void anUnknownGenreLeavesTheStyleOpen() {
        assertThat(CatalogueMusic.of("track-1", "Some Title", "polka").style()).isEmpty();
    }
}
