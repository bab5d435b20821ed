package org.hathor.serving.live;

import org.hathor.serving.ServingException;

/** What a subscriber gets each second: the numbers, or why there are none. */
public sealed interface LiveUpdate {
    /** The numbers as of this second. */
    record Numbers(LiveSnapshot snapshot) implements LiveUpdate {}

    /** The numbers cannot be read at present; a later update may bring them. */
    record Unavailable(ServingException reason) implements LiveUpdate {}
}
