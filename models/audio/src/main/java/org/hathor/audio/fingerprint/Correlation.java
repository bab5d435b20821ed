package org.hathor.audio.fingerprint;

/** Pearson's correlation of cells and rises, gathered frame by frame. */
final class Correlation {
    /** Sums of squares about the mean below which one side has nothing to be alike. */
    private static final double SPREAD_MIN = 1e-3;

    private int compared;
    private double cellSum;
    private double cellSquares;
    private double riseSum;
    private double riseSquares;
    private double products;

    void add(float[] cells, float[] rises) {
        float c = 0;
        float cc = 0;
        float r = 0;
        float rr = 0;
        float cr = 0;
        for (int band = 0; band < cells.length; band++) {
            float cell = cells[band];
            float rise = rises[band];
            c += cell;
            cc += cell * cell;
            r += rise;
            rr += rise * rise;
            cr += cell * rise;
        }
        compared += cells.length;
        cellSum += c;
        cellSquares += cc;
        riseSum += r;
        riseSquares += rr;
        products += cr;
    }

    /** From -1 to 1; 0 where either side is all alike. */
    double value() {
        double perCell = 1.0 / Math.max(1, compared);
        double cellSpread = cellSquares - cellSum * cellSum * perCell;
        double riseSpread = riseSquares - riseSum * riseSum * perCell;
        return cellSpread < SPREAD_MIN || riseSpread < SPREAD_MIN
                ? 0
                : (products - cellSum * riseSum * perCell) / Math.sqrt(cellSpread * riseSpread);
    }
}
