package org.hathor.audio.fingerprint;

/**
 * How alike a query and a stretch of a track are.
 *
 * @param correlation of what each cell of the track's texture stands for with the rise of the query's band there, from
 *     -1 to 1
 * @param absence the share, 0 to 1, of the track's rises where the query is silent. Noise and other music add to a
 *     sound and take nothing away: under any noise this stays near 0 for the recording itself, where pieces with some
 *     notes in common have it nearer one half
 * @param faintness the share, 0 to 1, of the track's strong rises where the query is faint
 * @param stillness the share, 0 to 1, of the track's falls where the query neither falls nor rises. What hides a fall
 *     is in motion itself: some 0.15 for the recording itself, 0.4 under noise as loud, 0.5 for another piece
 * @param agreement of the peaks, {@link Alignment#agreement}: finer in time and frequency than the texture, so that
 *     other pieces in the same key and tempo, which correlate, have less of it
 * @param fullness the mean level of the query's bands, in nepers: some 0.3 for a piece, 0.5 under noise as loud
 */
record Likeness(
        double correlation, double absence, double faintness, double stillness, double agreement, double fullness) {
    /** Nepers from which on the track rises, and the level below which the query is silent there. */
    private static final float RISE = 0.25f;

    private static final float SILENT = 0.25f;

    /** The same for strong rises, and the level below which the query is faint. */
    private static final float STRONG_RISE = 0.9f;

    private static final float SILENT_WHERE_STRONG = 0.55f;
    private static final float FAINT = 1;

    /** Nepers from which on the track falls, and between which the query stands still. */
    private static final float FALL = -0.25f;

    private static final float STILL_MAX = 0.1f;

    private static final double ABSENCE_WEIGHT = 2.5;
    private static final double FAINTNESS_WEIGHT = 0.75;
    private static final double STILLNESS_WEIGHT = 1.4;
    private static final double AGREEMENT_WEIGHT = 1.1;
    private static final double FULLNESS_WEIGHT = 1.4;

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
        Cells compared = new Cells();
        float[] cells = new float[Bands.COUNT];
        for (int frame = overlap.first(); frame < overlap.end(); frame++) {
            track.read(frame, cells);
            int heard = overlap.heard(frame);
            correlation.add(cells, query.rises()[heard]);
            compared.add(cells, query.rises()[heard], query.levels()[heard]);
        }
        return new Likeness(
                correlation.value(),
                share(compared.silent, compared.risen),
                share(compared.faint, compared.risenStrongly),
                share(compared.still, compared.fallen),
                agreement,
                compared.levels / Math.max(1, compared.count));
    }

    private static double share(int part, int whole) {
        return (double) part / Math.max(1, whole);
    }

    /** What the query does where the track moves. */
    private static final class Cells {
        private int count;
        private double levels;
        private int risen;
        private int silent;
        private int risenStrongly;
        private int faint;
        private int fallen;
        private int still;

        void add(float[] track, float[] rises, float[] level) {
            for (int band = 0; band < Bands.COUNT; band++) {
                count++;
                levels += level[band];
                if (track[band] >= RISE) {
                    risen++;
                    silent += level[band] < silentBelow(track[band]) ? 1 : 0;
                }
                if (track[band] >= STRONG_RISE) {
                    risenStrongly++;
                    faint += level[band] < FAINT ? 1 : 0;
                }
                if (track[band] <= FALL) {
                    fallen++;
                    still += rises[band] >= FALL && rises[band] <= STILL_MAX ? 1 : 0;
                }
            }
        }

        private static float silentBelow(float cell) {
            return cell >= STRONG_RISE ? SILENT_WHERE_STRONG : SILENT;
        }
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
        return correlation
                - ABSENCE_WEIGHT * absence
                - FAINTNESS_WEIGHT * faintness
                - STILLNESS_WEIGHT * stillness
                + AGREEMENT_WEIGHT * agreement
                + FULLNESS_WEIGHT * fullness;
    }
}
