package org.hathor.simulator.music;

import java.util.EnumMap;
import java.util.Map;
import org.hathor.simulator.Randomness;

/** The drums of one piece: each is struck once, in two ways, and then played from memory. */
final class DrumKit {
    private final int sampleRate;
    private final double size;
    private final double crispness;
    private final long seed;
    private final Map<Drum, float[][]> strokes = new EnumMap<>(Drum.class);

    DrumKit(Plan plan, int sampleRate) {
        Randomness random = plan.randomness('K');
        this.sampleRate = sampleRate;
        this.size = 0.85 + 0.3 * random.uniform() + (plan.quadrant().aroused() ? 0 : 0.1);
        this.crispness = 0.8 + 0.4 * random.uniform();
        this.seed = plan.seed();
    }

    /** Where a drum stands, -1 left to 1 right. */
    static double pan(Drum drum) {
        return switch (drum) {
            case KICK, SNARE, CLAP, RIM -> 0;
            case HAT_CLOSED, HAT_OPEN, HAT_FOOT -> 0.3;
            case RIDE, COWBELL -> -0.35;
            case CRASH, TOM_HIGH -> 0.25;
            case TOM_MIDDLE, BRUSH -> -0.1;
            case TOM_LOW, TAMBOURINE -> -0.3;
            case SHAKER, CONGA -> -0.4;
            case TUMBA -> -0.5;
        };
    }

    /** How loud a drum is beside the others. */
    static double level(Drum drum) {
        return switch (drum) {
            case KICK -> 1;
            case SNARE -> 0.75;
            case CLAP -> 0.55;
            case RIM -> 0.45;
            case HAT_CLOSED -> 0.3;
            case HAT_OPEN -> 0.24;
            case HAT_FOOT -> 0.2;
            case RIDE -> 0.22;
            case CRASH -> 0.34;
            case TOM_HIGH, TOM_MIDDLE, TOM_LOW -> 0.7;
            case SHAKER -> 0.24;
            case TAMBOURINE -> 0.25;
            case BRUSH -> 0.25;
            case CONGA, TUMBA -> 0.5;
            case COWBELL -> 0.22;
        };
    }

    /** The sound of a stroke, at most 1. */
    float[] stroke(Drum drum, int number) {
        float[][] both = strokes.computeIfAbsent(drum, absent -> new float[2][]);
        int which = number & 1;
        if (both[which] == null) {
            both[which] = finished(struck(
                    drum,
                    new Noise(Randomness.of(seed, 'K', drum.name().hashCode(), which)
                            .below(1 << 30))));
        }
        return both[which];
    }

    private float[] struck(Drum drum, Noise noise) {
        return switch (drum) {
            case KICK -> skin(48 * size, 170, 0.028, 0.19, 0.5, 0.25, 0.004, noise);
            case SNARE -> skin(185 / size, 60, 0.012, 0.09, 0.9, 0.75, 0.11 / crispness, noise);
            case RIM -> skin(480, 900, 0.003, 0.018, 0.4, 0.5, 0.006, noise);
            case CLAP -> clap(noise);
            case HAT_CLOSED -> cymbal(0.035 / crispness, 0.15, 6500, 0.0005, noise);
            case HAT_OPEN -> cymbal(0.16, 0.5, 6000, 0.0005, noise);
            case HAT_FOOT -> cymbal(0.03, 0.12, 5200, 0.001, noise);
            case RIDE -> cymbal(0.18, 0.7, 5200, 0.0005, noise);
            case CRASH -> cymbal(0.4, 1.5, 3600, 0.0008, noise);
            case TOM_HIGH -> skin(175 / size, 70, 0.03, 0.16, 0.7, 0.12, 0.02, noise);
            case TOM_MIDDLE -> skin(125 / size, 60, 0.03, 0.19, 0.8, 0.12, 0.02, noise);
            case TOM_LOW -> skin(88 / size, 45, 0.03, 0.22, 0.9, 0.12, 0.02, noise);
            case SHAKER -> cymbal(0.028, 0.12, 5000, 0.006, noise);
            case TAMBOURINE -> cymbal(0.07, 0.3, 6800, 0.0008, noise);
            case BRUSH -> cymbal(0.06, 0.25, 2200, 0.005, noise);
            case CONGA -> skin(255 / size, 50, 0.012, 0.09, 0.4, 0.2, 0.006, noise);
            case TUMBA -> skin(170 / size, 40, 0.015, 0.13, 0.5, 0.15, 0.006, noise);
            case COWBELL -> bell();
        };
    }

    /** A skin whose pitch falls, and the noise of its snares or of the stick. */
    private float[] skin(
            double hz,
            double fallHz,
            double fallSeconds,
            double ring,
            double seconds,
            double noiseShare,
            double noiseRing,
            Noise noise) {
        float[] out = new float[(int) (seconds * sampleRate)];
        float[] sine = Wavetable.of(Shape.SINE, hz + fallHz, sampleRate);
        Filter high = new Filter(1_400, 0.7, sampleRate);
        double fall = StrictMath.exp(-1 / (fallSeconds * sampleRate));
        double loud = StrictMath.exp(-1 / (ring * sampleRate));
        double hiss = StrictMath.exp(-1 / (noiseRing * sampleRate));
        double bent = fallHz;
        double body = 1;
        double rattle = noiseShare;
        int phase = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (body * sine[phase >>> Wavetable.SHIFT] + rattle * high.high(noise.next()));
            phase += Wavetable.increment(hz + bent, sampleRate);
            bent *= fall;
            body *= loud;
            rattle *= hiss;
        }
        return out;
    }

    private float[] cymbal(double ring, double seconds, double fromHz, double attack, Noise noise) {
        float[] out = new float[(int) (seconds * sampleRate)];
        Filter high = new Filter(Math.min(fromHz, 0.3 * sampleRate), 0.9, sampleRate);
        Filter higher = new Filter(Math.min(fromHz, 0.3 * sampleRate), 0.7, sampleRate);
        double loud = StrictMath.exp(-1 / (ring * sampleRate));
        double rise = 1 / (attack * sampleRate + 1);
        double[] partials = {3_170, 4_230, 5_470, 6_790, 8_190};
        int[] phases = new int[partials.length];
        int[] increments = new int[partials.length];
        for (int p = 0; p < partials.length; p++) {
            increments[p] = Wavetable.increment(Math.min(partials[p] * crispness, 0.44 * sampleRate), sampleRate);
        }
        float[] sine = Wavetable.of(Shape.SINE, 1_000, sampleRate);
        double envelope = 1;
        for (int i = 0; i < out.length; i++) {
            float metal = 0;
            for (int p = 0; p < phases.length; p++) {
                metal += sine[phases[p] >>> Wavetable.SHIFT];
                phases[p] += increments[p];
            }
            float value = higher.high(high.high(noise.next() + 0.12f * metal));
            out[i] = (float) (value * envelope * Math.min(1, i * rise));
            envelope *= loud;
        }
        return out;
    }

    private float[] clap(Noise noise) {
        float[] out = new float[(int) (0.35 * sampleRate)];
        Filter band = new Filter(1_300 * crispness, 1.2, sampleRate);
        double[] hands = {0, 0.009, 0.019};
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) sampleRate;
            double loud = 0;
            for (double hand : hands) {
                if (t >= hand) {
                    loud = StrictMath.exp(-(t - hand) / (hand == hands[2] ? 0.07 : 0.006));
                }
            }
            out[i] = (float) (loud * band.band(noise.next()));
        }
        return out;
    }

    private float[] bell() {
        float[] out = new float[(int) (0.35 * sampleRate)];
        double[] tones = {562 * crispness, 845 * crispness};
        double loud = StrictMath.exp(-1 / (0.07 * sampleRate));
        double envelope = 1;
        float[] square = Wavetable.of(Shape.SQUARE, tones[1], sampleRate);
        int[] phases = new int[2];
        for (int i = 0; i < out.length; i++) {
            float value = square[phases[0] >>> Wavetable.SHIFT] + square[phases[1] >>> Wavetable.SHIFT];
            phases[0] += Wavetable.increment(tones[0], sampleRate);
            phases[1] += Wavetable.increment(tones[1], sampleRate);
            out[i] = (float) (value * envelope * Math.min(1, i / (0.001 * sampleRate)));
            envelope *= loud;
        }
        return out;
    }

    /** At most 1 at its loudest, and silent at its end. */
    private float[] finished(float[] raw) {
        Filter rumble = new Filter(22, 0.7, sampleRate);
        float peak = 1e-9f;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = rumble.high(raw[i]);
            peak = Math.max(peak, Math.abs(raw[i]));
        }
        int fade = (int) (0.02 * sampleRate);
        for (int i = 0; i < raw.length; i++) {
            raw[i] *= Math.min(1, (raw.length - 1 - i) / (float) fade) / peak;
        }
        return raw;
    }
}
