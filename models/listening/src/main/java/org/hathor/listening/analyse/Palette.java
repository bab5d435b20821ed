package org.hathor.listening.analyse;

import java.awt.Color;

/** The sheet's colours. */
final class Palette {
    static final Color PAGE = new Color(0xf3f4f8);
    static final Color CARD = Color.WHITE;
    static final Color INK = new Color(0x1b1f2e);
    static final Color QUIET = new Color(0x667085);
    static final Color GRID = new Color(0xe4e7ee);
    static final Color MAIN = new Color(0x4f46e5);
    static final Color SOFT = new Color(0xc7c9f7);
    static final Color WARM = new Color(0xe8590c);
    static final Color BEAT = new Color(232, 89, 12, 120);

    /** Stops of the ramp, evenly spaced, each lighter than the one before: it stays readable in grey. */
    private static final int[] STOPS = {0x0b0d26, 0x2b1b6b, 0x6a1f8f, 0xb02f7e, 0xe5575a, 0xfb9b4b, 0xfcdc7a, 0xfffbe0};

    private Palette() {}

    /** The ramp's colour (0xRRGGBB) for a share from 0, dark, to 1, light. */
    static int ramp(double share) {
        double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
        int below = Math.min(STOPS.length - 2, (int) place);
        double rest = place - below;
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = STOPS[below] >> shift & 0xff;
            int to = STOPS[below + 1] >> shift & 0xff;
            colour |= (int) Math.round(from + rest * (to - from)) << shift;
        }
        return colour;
    }
}
