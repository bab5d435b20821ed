package org.hathor.simulator.music;

/** A filter of second order with three outputs: the state variable filter after Zavalishin, in trapezoidal form. */
final class Filter {
    private final float a1;
    private final float a2;
    private final float a3;
    private final float k;
    private float ic1;
    private float ic2;
    private float band;
    private float low;

    /**
     * @param hz corner or centre
     * @param q 0.7 is flat
     */
    Filter(double hz, double q, int sampleRate) {
        double g = StrictMath.tan(Math.PI * Math.min(hz, 0.45 * sampleRate) / sampleRate);
        double damping = 1 / q;
        double first = 1 / (1 + g * (g + damping));
        this.k = (float) damping;
        this.a1 = (float) first;
        this.a2 = (float) (g * first);
        this.a3 = (float) (g * g * first);
    }

    float low(float in) {
        step(in);
        return low;
    }

    /** The band around the centre, at the centre as strong as it came. */
    float band(float in) {
        step(in);
        return k * band;
    }

    float high(float in) {
        step(in);
        return in - k * band - low;
    }

    private void step(float in) {
        float v3 = in - ic2;
        float v1 = a1 * ic1 + a2 * v3;
        float v2 = ic2 + a2 * ic1 + a3 * v3;
        ic1 = 2 * v1 - ic1;
        ic2 = 2 * v2 - ic2;
        band = v1;
        low = v2;
    }
}
