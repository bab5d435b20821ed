package org.hathor.simulator.music;

/** White noise, the same on every machine. */
final class Noise {
    private int state;

    Noise(long seed) {
        this.state = (int) (seed ^ seed >>> 32) | 1;
    }

    /** Uniform in [-1, 1), by Marsaglia's xorshift (2003). */
    float next() {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        state = x;
        return x * 0x1p-31f;
    }
}
