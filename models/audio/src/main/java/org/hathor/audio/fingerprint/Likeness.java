package org.hathor.audio.fingerprint;

/**
 * How alike a query and a stretch of a track are, cell by cell of the track's texture.
 *
 * @param correlation of what each cell stands for with the rise of the query's band there, from -1 to 1: the mean of
 *     the query's four quarters, since one chord in common may outweigh all the rest of a whole
 * @param absence the share, 0 to 1, of the track's rises where the query is silent. Noise and other music add to a
 *     sound and take nothing away: under any noise this stays near 0 for the recording itself, where pieces with some
 *     notes in common have it nearer one half
 * @param fullness the mean level of the query's bands, in nepers: some 0.3 for a piece, 0.5 under noise as loud
 * @param kurtosis of the query's rises, 1 or more: 10 to 20 for a piece, more where a few moments outweigh the rest
 */
record Likeness(double correlation, double absence, double fullness, double kurtosis) {
    private static final int QUARTERS = 4;

    /** The level, in nepers, below which the query is silent where the track rises strongly. */
    private static final float SILENT_WHERE_STRONG = 0.55f;

    /** The same where it rises. */
    private static final float SILENT = 0.25f;

    private static final double ABSENCE_WEIGHT = 1.5;
    private static final double FULLNESS_WEIGHT = 0.4;
    private static final double KURTOSIS_WEIGHT = 0.25;

    /** A single bark in five seconds of silence must not be held against it more than this. */
    private static final double KURTOSIS_MAX = 25;

    /**
     * How alike they are at one place.
     *
     * @param track the track's texture; where it has no frame, its cells count as at rest
     * @param query the query's bands at the speed
     * @param offset the track's frame at which the query begins
     * @param speed how many times faster than the track the query is supposed to be played
     */
    static Likeness of(Texture track, Bands query, double offset, double speed) {
        Overlap overlap = new Overlap(offset, speed, query.levels().length);
        float[] cells = new float[Bands.COUNT];
        int risen = 0;
        int silent = 0;
        double levels = 0;
        double squares = 0;
        double fourths = 0;
        for (int frame = overlap.first(); frame < overlap.end(); frame++) {
            float[] level = query.levels()[overlap.heard(frame)];
            float[] rise = query.rises()[overlap.heard(frame)];
            track.read(frame, cells);
            for (int band = 0; band < Bands.COUNT; band++) {
                risen += cells[band] > 0 ? 1 : 0;
                silent += cells[band] > 0 && level[band] < silentBelow(cells[band]) ? 1 : 0;
                levels += level[band];
                squares += rise[band] * rise[band];
                fourths += rise[band] * rise[band] * rise[band] * rise[band];
            }
        }
        double compared = Math.max(1, (double) Bands.COUNT * (overlap.end() - overlap.first()));
        double correlations = 0;
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            correlations += correlation(track, query.rises(), overlap.part(quarter, QUARTERS));
        }
        return new Likeness(
                correlations / QUARTERS,
                (double) silent / Math.max(1, risen),
                levels / compared,
                squares > 0 ? fourths * compared / (squares * squares) : KURTOSIS_MAX);
    }

    private static float silentBelow(float cell) {
        return cell >= Texture.STRONG_RISE ? SILENT_WHERE_STRONG : SILENT;
    }

    /** The correlation of the whole, of the query's {@link Bands#rises} alone. */
    static double correlation(Texture track, float[][] rises, double offset, double speed) {
        return correlation(track, rises, new Overlap(offset, speed, rises.length));
    }

    private static double correlation(Texture track, float[][] rises, Overlap overlap) {
        Correlation correlation = new Correlation();
        float[] cells = new float[Bands.COUNT];
        for (int frame = overlap.first(); frame < overlap.end(); frame++) {
            track.read(frame, cells);
            correlation.add(cells, rises[overlap.heard(frame)]);
        }
        return correlation.value();
    }

    /**
     * What speaks for one recording. A full query hides much, so that less can be asked of it; one with little but a
     * few strong onsets correlates with others by chance.
     */
    double evidence() {
        return correlation
                - ABSENCE_WEIGHT * absence
                + FULLNESS_WEIGHT * fullness
                - KURTOSIS_WEIGHT * Math.log(Math.min(KURTOSIS_MAX, kurtosis));
    }
}
