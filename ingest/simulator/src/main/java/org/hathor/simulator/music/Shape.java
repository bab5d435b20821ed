package org.hathor.simulator.music;

/** A periodic wave by the strengths of its harmonics. */
enum Shape {
    SINE,
    TRIANGLE,
    SAW,
    SQUARE,
    /** A pulse of a quarter of the period. */
    PULSE,
    /** Drawbars 8', 4', 2 2/3', 2', 16' apart. */
    DRAWBARS,
    /** A struck string near its bridge: many harmonics, every eighth missing. */
    HAMMER,
    /** The same string later: its low harmonics. */
    STRING_DARK,
    /** A tine: first harmonic and a bell of high ones. */
    TINE,
    /** Mostly the first harmonic. */
    ROUND,
    /** A struck bar tuned to the double octave. */
    BAR,
    /** A bowed string. */
    BOWED,
    /** Brass, with its formant near the sixth harmonic. */
    BRASSY,
    /** Pressed vocal folds: harmonics fall by 8 dB an octave, lips' radiation counted in. */
    GLOTTIS_PRESSED,
    /** Relaxed vocal folds: harmonics fall by 13 dB an octave. */
    GLOTTIS_SOFT;

    /** The strength of a harmonic, 1 is the fundamental; the sign is its phase. */
    double harmonic(int h) {
        return switch (this) {
            case SINE -> h == 1 ? 1 : 0;
            case TRIANGLE -> h % 2 == 0 ? 0 : (h % 4 == 1 ? 1.0 : -1.0) / (h * (double) h);
            case SAW -> 0.6 / h;
            case SQUARE -> h % 2 == 0 ? 0 : 0.8 / h;
            case PULSE -> 0.9 * StrictMath.sin(Math.PI * h * 0.25) / h;
            case DRAWBARS ->
                switch (h) {
                    case 1 -> 0.5;
                    case 2 -> 0.6;
                    case 3 -> 0.3;
                    case 4 -> 0.3;
                    case 6 -> 0.12;
                    case 8 -> 0.12;
                    default -> 0;
                };
            case HAMMER -> StrictMath.sin(Math.PI * h / 8.0) * 2.2 * StrictMath.pow(h, -1.2);
            case STRING_DARK -> StrictMath.pow(h, -2.4);
            case TINE -> h == 1 ? 0.8 : h == 7 ? 0.2 : h == 14 ? 0.05 : h <= 4 ? 0.25 / (h * h) : 0;
            case ROUND -> h == 1 ? 1 : h <= 4 ? 0.3 / (h * h) : 0;
            case BAR -> h == 1 ? 0.8 : h == 4 ? 0.35 : h == 10 ? 0.1 : 0;
            case BOWED -> 0.6 * (1 + 0.5 * StrictMath.cos(h * 1.3)) * StrictMath.pow(h, -1.5);
            case BRASSY -> 0.5 * StrictMath.exp(-(h - 3) * (h - 3) / 40.0) + 0.25 / h;
            case GLOTTIS_PRESSED -> StrictMath.pow(h, -8 / 6.02);
            case GLOTTIS_SOFT -> StrictMath.pow(h, -13 / 6.02);
        };
    }
}
