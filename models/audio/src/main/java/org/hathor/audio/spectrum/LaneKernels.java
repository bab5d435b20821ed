package org.hathor.audio.spectrum;

/**
 * The inner loops of the transform and of the filter banks, over <em>lanes</em>: many frames side by side, so that the
 * same operation on the same bin of each is one vector instruction.
 *
 * <p>The just-in-time compiler makes vector instructions only of small loops in which every array has the same index;
 * with an offset in one of them, or with twice as many operations, it makes none. Hence these shapes, each measured: a
 * butterfly is four calls and three times as fast as one loop that does all of it.
 */
final class LaneKernels {
    private LaneKernels() {}

    /** a, b, c, d ← (a + c) + (b + d), a − c, (a + c) − (b + d), b − d: one half of a radix-4 butterfly. */
    static void sums(double[] a, double[] b, double[] c, double[] d) {
        for (int i = 0; i < a.length; i++) {
            double even = a[i] + c[i];
            double odd = b[i] + d[i];
            double evenDifference = a[i] - c[i];
            double oddDifference = b[i] - d[i];
            a[i] = even + odd;
            b[i] = evenDifference;
            c[i] = even - odd;
            d[i] = oddDifference;
        }
    }

    /** The same of rows that are multiplied by a number each. */
    static void weightedSums(
            double[] a, double[] b, double[] c, double[] d, double wa, double wb, double wc, double wd) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i] * wa;
            double y = b[i] * wb;
            double z = c[i] * wc;
            double w = d[i] * wd;
            double even = x + z;
            double odd = y + w;
            a[i] = even + odd;
            b[i] = x - z;
            c[i] = even - odd;
            d[i] = y - w;
        }
    }

    /** The other half: b ← b − i·d and d ← b + i·d, complex. */
    static void cross(double[] br, double[] bi, double[] dr, double[] di) {
        for (int i = 0; i < br.length; i++) {
            double x = br[i];
            double y = bi[i];
            double u = dr[i];
            double v = di[i];
            br[i] = x + v;
            bi[i] = y - u;
            dr[i] = x - v;
            di[i] = y + u;
        }
    }

    /** The same, with b turned by one twiddle factor and d by another. */
    static void crossAndTurn(
            double[] br, double[] bi, double[] dr, double[] di, double cosB, double sinB, double cosD, double sinD) {
        for (int i = 0; i < br.length; i++) {
            double p = br[i] + di[i];
            double q = bi[i] - dr[i];
            double r = br[i] - di[i];
            double s = bi[i] + dr[i];
            br[i] = p * cosB - q * sinB;
            bi[i] = p * sinB + q * cosB;
            dr[i] = r * cosD - s * sinD;
            di[i] = r * sinD + s * cosD;
        }
    }

    /** Multiplies a complex row by cos + i·sin. */
    static void turn(double[] re, double[] im, double cos, double sin) {
        for (int i = 0; i < re.length; i++) {
            double x = re[i];
            double y = im[i];
            re[i] = x * cos - y * sin;
            im[i] = x * sin + y * cos;
        }
    }

    /** a, b ← a + b, a − b: a radix-2 butterfly's real or imaginary half. */
    static void sumAndDifference(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            double y = b[i];
            a[i] = x + y;
            b[i] = x - y;
        }
    }

    /**
     * From bins k and M − k of the half-length transform of even and odd samples, halved, to the powers of bins k and M
     * − k of the whole, which replace the real parts.
     */
    static void splitPower(double[] kr, double[] ki, double[] mr, double[] mi, double cos, double sin) {
        for (int i = 0; i < kr.length; i++) {
            double evenRe = kr[i] + mr[i];
            double evenIm = ki[i] - mi[i];
            double oddRe = ki[i] + mi[i];
            double oddIm = mr[i] - kr[i];
            double turnedRe = oddRe * cos - oddIm * sin;
            double turnedIm = oddRe * sin + oddIm * cos;
            double p = evenRe + turnedRe;
            double q = evenIm + turnedIm;
            double u = evenRe - turnedRe;
            double v = evenIm - turnedIm;
            kr[i] = p * p + q * q;
            mr[i] = u * u + v * v;
        }
    }

    /** into ← into + Σ weight · row, four rows at once. */
    static void addFour(
            double[] into,
            double[] p,
            double[] q,
            double[] r,
            double[] s,
            double weightP,
            double weightQ,
            double weightR,
            double weightS) {
        for (int i = 0; i < into.length; i++) {
            into[i] += p[i] * weightP + q[i] * weightQ + r[i] * weightR + s[i] * weightS;
        }
    }

    /** The same for a range of long rows. */
    static void addFour(
            double[] into,
            double[] p,
            double[] q,
            double[] r,
            double[] s,
            double weightP,
            double weightQ,
            double weightR,
            double weightS,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            into[i] += p[i] * weightP + q[i] * weightQ + r[i] * weightR + s[i] * weightS;
        }
    }

    /** The same in single precision. */
    static void addFour(
            float[] into,
            float[] p,
            float[] q,
            float[] r,
            float[] s,
            float weightP,
            float weightQ,
            float weightR,
            float weightS) {
        for (int i = 0; i < into.length; i++) {
            into[i] += p[i] * weightP + q[i] * weightQ + r[i] * weightR + s[i] * weightS;
        }
    }

    /** a ← max(a, b). */
    static void maximum(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.max(a[i], b[i]);
        }
    }

    /** into ← into + (difference + |difference|): twice what is positive of now − before. */
    static void addTwiceTheRise(double[] into, double[] now, double[] before, int from, int to) {
        for (int i = from; i < to; i++) {
            double difference = now[i] - before[i];
            into[i] += difference + Math.abs(difference);
        }
    }
}
