package org.hathor.serving.recommendations;

import org.hathor.serving.Category;
import org.hathor.serving.ErrorCode;

/** What can go wrong with recommendations. */
public enum RecommendationError implements ErrorCode {
    INVALID_LIMIT(Category.INVALID),
    INVALID_COUNTRY(Category.INVALID),
    INVALID_CURSOR(Category.INVALID),
    CURSOR_EXPIRED(Category.GONE),
    FEED_TOO_BUSY(Category.LIMITED);

    private final Category category;

    RecommendationError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
