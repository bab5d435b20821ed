package org.hathor.streaming;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where a job's results go. It adds its operators, each with a uid, to the stream it is given.
 *
 * @param <T> the kind of result
 */
@FunctionalInterface
public interface Destination<T> {
    void receive(DataStream<T> results);
}
