package org.hathor.streaming.delivery;

import java.io.IOException;

/**
 * Values gathered for one write. Writing the same batch twice must do no harm.
 *
 * @param <T> the kind of value
 */
public interface Batch<T> extends AutoCloseable {
    void add(T value);

    boolean isEmpty();

    /** Whether it must be sent before anything is added. */
    boolean isFull();

    /**
     * Writes all, and is empty when this returns.
     *
     * @throws IOException when the other side is away and trying again may help; the batch keeps what it has
     */
    void send() throws IOException;

    @Override
    void close();
}
