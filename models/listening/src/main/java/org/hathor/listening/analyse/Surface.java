package org.hathor.listening.analyse;

import java.awt.Color;

/** Something to draw on, in units of a pixel at normal size, x to the right and y downwards. */
interface Surface {
    /** Which point of a text is put where it is wanted. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Sizes of text. */
    enum Type {
        /** Figures along an axis. */
        TICK(11, false),
        /** What an axis or a bar means. */
        LABEL(12, false),
        /** A panel's title. */
        TITLE(15, true),
        /** The sheet's title. */
        HEADLINE(26, true),
        /** A figure that stands for itself. */
        FIGURE(22, true);

        private final int size;
        private final boolean bold;

        Type(int size, boolean bold) {
            this.size = size;
            this.bold = bold;
        }

        int size() {
            return size;
        }

        boolean bold() {
            return bold;
        }
    }

    void rectangle(double x, double y, double width, double height, Color colour);

    /** A line through points, a gap wherever a y is NaN. */
    void line(double[] xs, double[] ys, Color colour, double width);

    void polygon(double[] xs, double[] ys, Color colour);

    /** One line of text whose baseline is at y. */
    void text(double x, double y, String text, Type type, Anchor anchor, Color colour);

    /** A grid of colours (0xRRGGBB), the first row on top, stretched over a rectangle. */
    void raster(double x, double y, double width, double height, int[][] rows);

    /** One straight line. */
    default void line(double x1, double y1, double x2, double y2, Color colour, double width) {
        line(new double[] {x1, x2}, new double[] {y1, y2}, colour, width);
    }
}
