package org.hathor.serving.live;

import org.hathor.serving.Category;
import org.hathor.serving.ErrorCode;

/** What can go wrong with live numbers. */
public enum LiveError implements ErrorCode {
    INVALID_LIMIT(Category.INVALID),
    TOO_MANY_SUBSCRIBERS(Category.LIMITED);

    private final Category category;

    LiveError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
