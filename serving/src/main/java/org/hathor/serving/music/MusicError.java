package org.hathor.serving.music;

import org.hathor.serving.Category;
import org.hathor.serving.ErrorCode;

/** What can go wrong with music. */
public enum MusicError implements ErrorCode {
    INVALID_TRACK_ID(Category.INVALID),
    INVALID_ARTIST_ID(Category.INVALID),
    TRACK_NOT_FOUND(Category.NOT_FOUND),
    ARTIST_NOT_FOUND(Category.NOT_FOUND);

    private final Category category;

    MusicError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
