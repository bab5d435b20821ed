package org.hathor.gateway;

import java.util.List;

/**
 * What became of a request: Kafka has every accepted event.
 *
 * @param accepted how many events were taken
 * @param rejected those that were not, by index
 */
public record Outcome(int accepted, List<Rejection> rejected) {
    public Outcome {
        rejected = List.copyOf(rejected);
    }
}
