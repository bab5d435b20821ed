package org.hathor.serving.users;

import org.hathor.serving.Category;
import org.hathor.serving.ErrorCode;

/** What can go wrong with users. */
public enum UserError implements ErrorCode {
    USER_NAME_INVALID(Category.INVALID),
    USER_NAME_TAKEN(Category.CONFLICT),
    USER_NOT_FOUND(Category.NOT_FOUND);

    private final Category category;

    UserError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
