package org.hathor.listening.analyse;

import java.awt.Color;
import java.util.Arrays;
import org.hathor.listening.analyse.Surface.Anchor;
import org.hathor.listening.analyse.Surface.Type;

/** A field with time along it and something else up it, with axes. */
final class Plot {
    private static final double LEFT = 52;
    private static final double RIGHT = 10;
    private static final double TOP = 8;
    private static final double BOTTOM = 24;

    /** Room that one figure of the time axis needs. */
    private static final double TICK_WIDTH = 64;

    private static final double[] TIME_STEPS = {0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600};

    private final Surface surface;
    private final double width;
    private final double height;
    private final double seconds;

    /**
     * A plot.
     *
     * @param width of the surface
     * @param height of the surface
     * @param seconds that the field is long
     */
    Plot(Surface surface, double width, double height, double seconds) {
        this.surface = surface;
        this.width = width - LEFT - RIGHT;
        this.height = height - TOP - BOTTOM;
        this.seconds = seconds;
    }

    Surface surface() {
        return surface;
    }

    /** Units from the field's left edge to its right. */
    double fieldWidth() {
        return width;
    }

    double left() {
        return LEFT;
    }

    double x(double second) {
        return LEFT + width * second / seconds;
    }

    /** The height of a share, 0 at the bottom and 1 at the top. */
    double y(double share) {
        return TOP + height * (1 - share);
    }

    /** Figures along the time, with lines up the field. */
    void timeAxis() {
        double step = TIME_STEPS[TIME_STEPS.length - 1];
        for (int i = TIME_STEPS.length - 1; i >= 0; i--) {
            step = width * TIME_STEPS[i] / seconds >= TICK_WIDTH ? TIME_STEPS[i] : step;
        }
        for (int tick = 0; tick * step <= seconds; tick++) {
            double x = x(tick * step);
            surface.line(x, y(0), x, y(0) + 4, Palette.QUIET, 1);
            Anchor anchor = tick == 0 ? Anchor.START : x > LEFT + width - 20 ? Anchor.END : Anchor.MIDDLE;
            surface.text(x, y(0) + 17, clock(tick * step, step), Type.TICK, anchor, Palette.QUIET);
        }
        surface.line(LEFT, y(0), LEFT + width, y(0), Palette.QUIET, 1);
    }

    private static String clock(double second, double step) {
        int whole = (int) second;
        return step < 1
                ? "%d:%04.1f".formatted(whole / 60, second - 60.0 * (whole / 60))
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }

    /** A figure beside the field. */
    void tick(double share, String text) {
        surface.text(LEFT - 7, y(share) + 4, text, Type.TICK, Anchor.END, Palette.QUIET);
    }

    /** A figure beside the field, with a line across it. */
    void gridTick(double share, String text) {
        surface.line(LEFT, y(share), LEFT + width, y(share), Palette.GRID, 1);
        tick(share, text);
    }

    /** A line from the bottom to the top at a time. */
    void vertical(double second, Color colour, double lineWidth) {
        surface.line(x(second), y(0), x(second), y(1), colour, lineWidth);
    }

    /** A curve of shares, evenly spaced over the time; a gap wherever one is NaN. */
    void curve(double[] shares, Color colour, double lineWidth) {
        surface.line(xs(shares.length), ys(shares), colour, lineWidth);
    }

    /** The area below a curve of shares. */
    void area(double[] shares, Color colour) {
        int count = shares.length + 2;
        double[] xs = Arrays.copyOf(xs(shares.length), count + 2);
        double[] ys = Arrays.copyOf(ys(shares), count + 2);
        xs[count] = x(seconds);
        xs[count + 1] = x(0);
        ys[count] = y(0);
        ys[count + 1] = y(0);
        surface.polygon(xs, ys, colour);
    }

    /** The middles of equal spans, between the field's edges. */
    private double[] xs(int spans) {
        double[] xs = new double[spans + 2];
        for (int i = 0; i < spans; i++) {
            xs[i + 1] = x((i + 0.5) * seconds / spans);
        }
        xs[0] = x(0);
        xs[spans + 1] = x(seconds);
        return xs;
    }

    /** The heights, the first and the last also at the field's edges. */
    private double[] ys(double[] shares) {
        double[] ys = new double[shares.length + 2];
        for (int i = 0; i < ys.length; i++) {
            double share = shares[Math.max(0, Math.min(shares.length - 1, i - 1))];
            ys[i] = Double.isNaN(share) ? Double.NaN : y(Math.max(0, Math.min(1, share)));
        }
        return ys;
    }

    /**
     * A heat map over the whole field.
     *
     * @param shares {@code [column][row]} from 0 to 1, the first row at the bottom
     */
    void heat(double[][] shares) {
        int[][] rows = new int[shares[0].length][shares.length];
        for (int column = 0; column < shares.length; column++) {
            for (int row = 0; row < rows.length; row++) {
                rows[rows.length - 1 - row][column] = Palette.ramp(shares[column][row]);
            }
        }
        surface.raster(LEFT, TOP, width, height, rows);
    }
}
