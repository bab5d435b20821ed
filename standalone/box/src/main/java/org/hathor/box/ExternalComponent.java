package org.hathor.box;

import java.time.Duration;

/**
 * An engine that somebody else runs and that the box only uses.
 *
 * @param name which engine
 * @param address where it answers, without passwords
 */
record ExternalComponent(String name, String address) implements Component {
    @Override
    public void start() {
        // Whether it answers shows in /health; the box neither starts nor stops it.
    }

    @Override
    public boolean alive() {
        return true;
    }

    @Override
    public Long pid() {
        return null;
    }

    @Override
    public void stop(Duration grace) {
        // Not ours to stop.
    }
}
