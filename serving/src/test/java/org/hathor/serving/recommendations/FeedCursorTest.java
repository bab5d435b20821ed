package org.hathor.serving.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.hathor.serving.ServingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTest {
    @Test
    void aCursorIsReadAsItWasWritten() {
        FeedCursor cursor = FeedCursor.fresh(new SecureRandom());
        assertThat(FeedCursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA*", "' OR 1=1 --"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> FeedCursor.parse(text))
                .isInstanceOfSatisfying(ServingException.class, e -> assertThat(e.code())
                        .isEqualTo(RecommendationError.INVALID_CURSOR));
    }
}
