package org.hathor.gateway;

import java.util.Objects;

/**
 * One event of a request that was not taken.
 *
 * @param index its place in the request, from 0
 * @param fault what is wrong with it
 */
public record Rejection(int index, Fault fault) {
    public Rejection {
        Objects.requireNonNull(fault, "fault is null");
    }
}
