package org.hathor.serving.analytics;

import org.hathor.serving.Category;
import org.hathor.serving.ErrorCode;

/** What can go wrong with analytics. */
public enum AnalyticsError implements ErrorCode {
    INVALID_PERIOD(Category.INVALID),
    PERIOD_TOO_LONG(Category.INVALID),
    INVALID_LIMIT(Category.INVALID);

    private final Category category;

    AnalyticsError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
