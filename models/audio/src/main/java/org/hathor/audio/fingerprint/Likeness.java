package org.hathor.audio.fingerprint;

/**
 * How alike a query and a stretch of a track are.
 *
 * @param correlation of what each cell of the track's texture stands for with the rise of the query's band there, from
 *     -1 to 1
 * @param absence the share, 0 to 1, of the track's rises where the query is silent. Noise and other music add to a
 *     sound and take nothing away: under any noise this stays near 0 for the recording itself, where pieces with some
 *     notes in common have it nearer one half
 * @param agreement of the peaks, {@link Alignment#agreement}: finer in time and frequency than the texture, so that
 *     other pieces in the same key and tempo, which correlate, have less of it
 * @param fullness the mean level of the query's bands, in nepers: some 0.3 for a piece, 0.5 under noise as loud
 */
record Likeness(double correlation, double absence, double agreement, double fullness) {
    /** Nepers from which on the track rises, and the level below which the query is silent there. */
    private static final float RISE = 0.25f;

    private static final float SILENT = 0.25f;

    /** The same for strong rises. */
    private static final float STRONG_RISE = 0.9f;

    private static final float SILENT_WHERE_STRONG = 0.55f;

    private static final double ABSENCE_WEIGHT = 1.5;
    private static final double AGREEMENT_WEIGHT = 0.7;
    private static final double FULLNESS_WEIGHT = 1.25;

    /**
     * How alike they are at one place.
     *
     * @param track where its texture has no frame, its cells count as at rest
     * @param offset the track's frame at which the query begins
     * @param speed how many times faster than the track the query is supposed to be played
     */
    static Likeness of(Fingerprint track, Query query, double offset, double speed) {
        double agreement = Alignment.near(track.constellation(), query.constellation(), offset, speed)
                .agreement();
        return of(track.texture(), query.bands(speed), offset, speed, agreement);
    }

    /** The same of a texture and bands, where the agreement of the peaks is known. */
    static Likeness of(Texture track, Bands query, double offset, double speed, double agreement) {
        Overlap overlap = new Overlap(offset, speed, query.levels().length);
        Correlation correlation = new Correlation();
        float[] cells = new float[Bands.COUNT];
        int risen = 0;
        int silent = 0;
        double levels = 0;
        for (int frame = overlap.first(); frame < overlap.end(); frame++) {
            float[] level = query.levels()[overlap.heard(frame)];
            track.read(frame, cells);
            correlation.add(cells, query.rises()[overlap.heard(frame)]);
            for (int band = 0; band < Bands.COUNT; band++) {
                risen += cells[band] >= RISE ? 1 : 0;
                silent += cells[band] >= RISE && level[band] < silentBelow(cells[band]) ? 1 : 0;
                levels += level[band];
            }
        }
        double compared = Math.max(1, (double) Bands.COUNT * (overlap.end() - overlap.first()));
        return new Likeness(correlation.value(), (double) silent / Math.max(1, risen), agreement, levels / compared);
    }

    private static float silentBelow(float cell) {
        return cell >= STRONG_RISE ? SILENT_WHERE_STRONG : SILENT;
    }

    /** The correlation alone, with a query's {@link Bands#rises}. */
    static double correlation(Texture track, float[][] rises, double offset, double speed) {
        Overlap overlap = new Overlap(offset, speed, rises.length);
        Correlation correlation = new Correlation();
        float[] cells = new float[Bands.COUNT];
        for (int frame = overlap.first(); frame < overlap.end(); frame++) {
            track.read(frame, cells);
            correlation.add(cells, rises[overlap.heard(frame)]);
        }
        return correlation.value();
    }

    /** What speaks for one recording. A full query hides much, so that less can be asked of it. */
    double evidence() {
        return correlation - ABSENCE_WEIGHT * absence + AGREEMENT_WEIGHT * agreement + FULLNESS_WEIGHT * fullness;
    }
}
