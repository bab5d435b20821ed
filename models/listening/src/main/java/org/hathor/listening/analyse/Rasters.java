package org.hathor.listening.analyse;

import java.awt.image.BufferedImage;

/** Grids of colours as images. */
final class Rasters {
    private Rasters() {}

    static BufferedImage image(int[][] rows) {
        BufferedImage image = new BufferedImage(rows[0].length, rows.length, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows.length; y++) {
            image.setRGB(0, y, rows[y].length, 1, rows[y], 0, rows[y].length);
        }
        return image;
    }
}
