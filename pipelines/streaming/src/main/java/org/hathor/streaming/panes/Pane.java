package org.hathor.streaming.panes;

import java.util.function.Consumer;

/**
 * What came in since the pane was last emptied, combined.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
public interface Pane<I, O> {
    void add(I value);

    /** How many values would go out. */
    int size();

    /** Gives out what was combined and is empty afterwards. */
    void drain(Consumer<O> out);
}
