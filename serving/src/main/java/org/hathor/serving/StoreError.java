package org.hathor.serving;

/** What can go wrong with any store. */
public enum StoreError implements ErrorCode {
    /** The store does not answer. */
    STORE_UNAVAILABLE(Category.UNAVAILABLE),
    /** The store answered with something that should not happen. */
    STORE_FAILED(Category.INTERNAL);

    private final Category category;

    StoreError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
