package org.hathor.audio.spectrum;

import java.util.Arrays;

/**
 * In loops.
 *
 * <p>The just-in-time compiler makes vector instructions only of small loops in which every array has the same index;
 * with an offset in one of them, or with twice as many operations, it makes none. Hence these shapes, each measured: a
 * butterfly is four loops and three times as fast as one that does all of it.
 */
final class LoopLaneKernels implements LaneKernels {
    @Override
    public void weightedSums(Samples p, Samples q, Samples r, Samples s, float[] a, float[] b, float[] c, float[] d) {
        System.arraycopy(p.row(), p.column(), a, 0, a.length);
        System.arraycopy(q.row(), q.column(), b, 0, b.length);
        System.arraycopy(r.row(), r.column(), c, 0, c.length);
        System.arraycopy(s.row(), s.column(), d, 0, d.length);
        weightedSums(a, b, c, d, p.weight(), q.weight(), r.weight(), s.weight());
    }

    private static void weightedSums(
            float[] a, float[] b, float[] c, float[] d, float wa, float wb, float wc, float wd) {
        for (int i = 0; i < a.length; i++) {
            float x = a[i] * wa;
            float y = b[i] * wb;
            float z = c[i] * wc;
            float w = d[i] * wd;
            float even = x + z;
            float odd = y + w;
            a[i] = even + odd;
            b[i] = x - z;
            c[i] = even - odd;
            d[i] = y - w;
        }
    }

    @Override
    public void crossAndTurn(
            float[] br, float[] bi, float[] cr, float[] ci, float[] dr, float[] di, Turn b, Turn c, Turn d) {
        crossAndTurn(br, bi, dr, di, b.cos(), b.sin(), d.cos(), d.sin());
        turn(cr, ci, c.cos(), c.sin());
    }

    private static void crossAndTurn(
            float[] br, float[] bi, float[] dr, float[] di, float cosB, float sinB, float cosD, float sinD) {
        for (int i = 0; i < br.length; i++) {
            float p = br[i] + di[i];
            float q = bi[i] - dr[i];
            float r = br[i] - di[i];
            float s = bi[i] + dr[i];
            br[i] = p * cosB - q * sinB;
            bi[i] = p * sinB + q * cosB;
            dr[i] = r * cosD - s * sinD;
            di[i] = r * sinD + s * cosD;
        }
    }

    private static void turn(float[] re, float[] im, float cos, float sin) {
        for (int i = 0; i < re.length; i++) {
            float x = re[i];
            float y = im[i];
            re[i] = x * cos - y * sin;
            im[i] = x * sin + y * cos;
        }
    }

    @Override
    public void butterfly(
            float[] ar,
            float[] ai,
            float[] br,
            float[] bi,
            float[] cr,
            float[] ci,
            float[] dr,
            float[] di,
            Turn b,
            Turn c,
            Turn d) {
        sums(ar, br, cr, dr);
        sums(ai, bi, ci, di);
        crossAndTurn(br, bi, cr, ci, dr, di, b, c, d);
    }

    @Override
    public void butterfly(
            float[] ar, float[] ai, float[] br, float[] bi, float[] cr, float[] ci, float[] dr, float[] di) {
        sums(ar, br, cr, dr);
        sums(ai, bi, ci, di);
        cross(br, bi, dr, di);
    }

    private static void sums(float[] a, float[] b, float[] c, float[] d) {
        for (int i = 0; i < a.length; i++) {
            float even = a[i] + c[i];
            float odd = b[i] + d[i];
            float evenDifference = a[i] - c[i];
            float oddDifference = b[i] - d[i];
            a[i] = even + odd;
            b[i] = evenDifference;
            c[i] = even - odd;
            d[i] = oddDifference;
        }
    }

    private static void cross(float[] br, float[] bi, float[] dr, float[] di) {
        for (int i = 0; i < br.length; i++) {
            float x = br[i];
            float y = bi[i];
            float u = dr[i];
            float v = di[i];
            br[i] = x + v;
            bi[i] = y - u;
            dr[i] = x - v;
            di[i] = y + u;
        }
    }

    @Override
    public void sumAndDifference(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            float x = a[i];
            float y = b[i];
            a[i] = x + y;
            b[i] = x - y;
        }
    }

    @Override
    public void splitPower(
            float[] kr, float[] ki, float[] mr, float[] mi, Turn turn, float[] powerOfK, float[] powerOfM) {
        splitPower(kr, ki, mr, mi, turn.cos(), turn.sin(), powerOfK, powerOfM);
    }

    private static void splitPower(
            float[] kr, float[] ki, float[] mr, float[] mi, float cos, float sin, float[] powerOfK, float[] powerOfM) {
        for (int i = 0; i < kr.length; i++) {
            float evenRe = kr[i] + mr[i];
            float evenIm = ki[i] - mi[i];
            float oddRe = ki[i] + mi[i];
            float oddIm = mr[i] - kr[i];
            float turnedRe = oddRe * cos - oddIm * sin;
            float turnedIm = oddRe * sin + oddIm * cos;
            float p = evenRe + turnedRe;
            float q = evenIm + turnedIm;
            float u = evenRe - turnedRe;
            float v = evenIm - turnedIm;
            powerOfK[i] = p * p + q * q;
            powerOfM[i] = u * u + v * v;
        }
    }

    @Override
    public void weigh(float[][] rows, int first, float[] weights, float[] into) {
        Arrays.fill(into, 0);
        int k = 0;
        for (; k + 4 <= weights.length; k += 4) {
            int row = first + k;
            addFour(
                    into,
                    rows[row],
                    rows[row + 1],
                    rows[row + 2],
                    rows[row + 3],
                    weights[k],
                    weights[k + 1],
                    weights[k + 2],
                    weights[k + 3]);
        }
        for (; k < weights.length; k++) {
            add(into, rows[first + k], weights[k]);
        }
    }

    @Override
    public void weighTwelve(float[][] rows, float[] weights, float[][] into) {
        float[] own = new float[rows.length];
        for (int j = 0; j < into.length; j++) {
            for (int k = 0; k < own.length; k++) {
                own[k] = weights[into.length * k + j];
            }
            weigh(rows, 0, own, into[j]);
        }
    }

    private static void addFour(
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
            into[i] = into[i] + p[i] * weightP + q[i] * weightQ + r[i] * weightR + s[i] * weightS;
        }
    }

    private static void add(float[] into, float[] row, float weight) {
        for (int i = 0; i < into.length; i++) {
            into[i] += row[i] * weight;
        }
    }

    @Override
    public void maximum(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.max(a[i], b[i]);
        }
    }

    @Override
    public long peaks(float[] before, float[] here, float[] after, float[] threshold) {
        long peaks = 0;
        for (int i = 0; i < here.length; i++) {
            if (here[i] > threshold[i] && here[i] > before[i] && here[i] >= after[i]) {
                peaks |= 1L << i;
            }
        }
        return peaks;
    }

    @Override
    public void decibels(float[] power, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = FastDecibels.ofPower(power[i]);
        }
    }
}
