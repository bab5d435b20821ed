package org.hathor.serving.recommendations;

/** Why something is recommended. */
public enum ReasonKind {
    /** It is close to a track the listener played. */
    BECAUSE_YOU_PLAYED,
    /** It fits what the listener plays in general. */
    FOR_YOUR_TASTE,
    /** Many play it. */
    POPULAR,
    /** It is rising now, where the listener is or everywhere. */
    TRENDING;

    /** The kind a model wrote; one that is not known means {@link #FOR_YOUR_TASTE}. */
    static ReasonKind of(String text) {
        for (ReasonKind kind : values()) {
            if (kind.name().equalsIgnoreCase(text)) {
                return kind;
            }
        }
        return FOR_YOUR_TASTE;
    }
}
