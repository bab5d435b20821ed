package org.hathor.serving.auth;

import org.hathor.serving.Category;
import org.hathor.serving.ErrorCode;

/** What can go wrong with who is asking. */
public enum AuthError implements ErrorCode {
    TOKEN_MISSING(Category.UNAUTHENTICATED),
    TOKEN_INVALID(Category.UNAUTHENTICATED),
    TOKEN_LABEL_INVALID(Category.INVALID),
    FORBIDDEN(Category.FORBIDDEN);

    private final Category category;

    AuthError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
