package org.hathor.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCardTest {
    @Test
    void readsBackWhatItWrote() {
        ModelCard card = new ModelCard(
                "als",
                "5f3a",
                ItemKind.TRACK.text(),
                new ModelCard.TrainedOn("ledger.listens", 10, 20, 100),
                "per user, 20 % held out, seed 1",
                Map.of("rank", "64", "alpha", "10"),
                new Quality(10, 0.3, 0.4, 0.5, 0.2, 0.6),
                new Quality(10, 0.1, 0.2, 0.3, 0.1, 0.05),
                true,
                "because");

        assertThat(ModelCard.fromJson(card.toJson())).isEqualTo(card);
        assertThat(card.toJson()).contains("\"settings\":{\"alpha\":\"10\",\"rank\":\"64\"}");
    }

    @Test
    void somethingElseIsRefused() {
        assertThatThrownBy(() -> ModelCard.fromJson("{\"model\":\"als\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
