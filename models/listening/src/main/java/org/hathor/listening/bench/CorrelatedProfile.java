package org.hathor.listening.bench;

import java.util.EnumMap;
import java.util.Map;
import org.hathor.audio.tonality.Key;
import org.hathor.audio.tonality.Mode;
import org.hathor.audio.tonality.PitchClasses;

/**
 * The customary way to a key, to be held against the trained one: the tonic and mode whose profile correlates best with
 * the mean pitch classes (Krumhansl 1990, ch. 4).
 */
enum CorrelatedProfile {
    /** Listeners' ratings: Krumhansl and Kessler, Psychological Review 89(4), 1982. */
    KRUMHANSL(
            "Krumhansl and Kessler",
            new double[] {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88},
            new double[] {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17}),
    /** Temperley, "What's key for key?", Music Perception 17(1), 1999. */
    TEMPERLEY("Temperley", new double[] {5, 2, 3.5, 2, 4.5, 4, 2, 4.5, 2, 3.5, 1.5, 4}, new double[] {
        5, 2, 3.5, 4.5, 2, 4, 2, 4.5, 3.5, 2, 1.5, 4
    });

    private final String title;
    private final double[] major;
    private final double[] minor;

    CorrelatedProfile(String title, double[] major, double[] minor) {
        this.title = title;
        this.major = major;
        this.minor = minor;
    }

    String title() {
        return title;
    }

    /** The key by each profile; the confidence is the correlation, at least 0. */
    static Map<CorrelatedProfile, Key> all(PitchClasses classes) {
        double[] heard = new double[12];
        for (int t = 0; t < classes.frames(); t++) {
            for (int c = 0; c < 12; c++) {
                heard[c] += classes.bass()[t][c] + classes.treble()[t][c];
            }
        }
        Map<CorrelatedProfile, Key> keys = new EnumMap<>(CorrelatedProfile.class);
        for (CorrelatedProfile profile : values()) {
            keys.put(profile, profile.key(heard));
        }
        return keys;
    }

    private Key key(double[] heard) {
        Key best = new Key(0, Mode.MAJOR, 0);
        for (Mode mode : Mode.values()) {
            for (int tonic = 0; tonic < 12; tonic++) {
                double correlation = correlation(heard, mode == Mode.MAJOR ? major : minor, tonic);
                if (correlation > best.confidence()) {
                    best = new Key(tonic, mode, Math.min(1, correlation));
                }
            }
        }
        return best;
    }

    private static double correlation(double[] heard, double[] profile, int tonic) {
        double product = 0;
        double heardSquares = 0;
        double profileSquares = 0;
        double heardMean = mean(heard);
        double profileMean = mean(profile);
        for (int c = 0; c < 12; c++) {
            double a = heard[(c + tonic) % 12] - heardMean;
            double b = profile[c] - profileMean;
            product += a * b;
            heardSquares += a * a;
            profileSquares += b * b;
        }
        return heardSquares == 0 ? 0 : product / Math.sqrt(heardSquares * profileSquares);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }
}
