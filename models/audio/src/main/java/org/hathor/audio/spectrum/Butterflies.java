package org.hathor.audio.spectrum;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The steps of {@link LaneFft} on rows of complex numbers, in vector instructions. A row is named by where it begins.
 *
 * <p>No method with vectors calls another of ours: where the compiler has inlined much already it leaves such calls
 * alone, and a vector that crosses one is made an object.
 */
final class Butterflies {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    private final float[] re;
    private final float[] im;
    private final float[] cos;
    private final float[] sin;
    private final int lanes;

    /**
     * @param re real parts of all rows
     * @param im imaginary parts
     * @param cos real parts of the twiddle factors
     * @param sin imaginary parts
     * @param lanes length of a row
     */
    Butterflies(float[] re, float[] im, float[] cos, float[] sin, int lanes) {
        this.re = re;
        this.im = im;
        this.cos = cos;
        this.sin = sin;
        this.lanes = lanes;
    }

    /** Which half of a complex number. */
    enum Part {
        REAL,
        IMAGINARY
    }

    /**
     * Half of a radix-4 butterfly of samples n, n + step, … p, q, r, s, weighted: a, b, c, d ← (p + r) + (q + s), p −
     * r, (p + r) − (q + s), q − s.
     */
    void read(FrameColumns columns, float[] window, int n, int step, Part part, int a, int b, int c, int d) {
        float[] samples = columns.samples();
        float[] into = part == Part.REAL ? re : im;
        int fromP = columns.at(n);
        int fromQ = columns.at(n + step);
        int fromR = columns.at(n + 2 * step);
        int fromS = columns.at(n + 3 * step);
        FloatVector weightP = FloatVector.broadcast(SPECIES, window[n]);
        FloatVector weightQ = FloatVector.broadcast(SPECIES, window[n + step]);
        FloatVector weightR = FloatVector.broadcast(SPECIES, window[n + 2 * step]);
        FloatVector weightS = FloatVector.broadcast(SPECIES, window[n + 3 * step]);
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector p = FloatVector.fromArray(SPECIES, samples, fromP + i).mul(weightP);
            FloatVector q = FloatVector.fromArray(SPECIES, samples, fromQ + i).mul(weightQ);
            FloatVector r = FloatVector.fromArray(SPECIES, samples, fromR + i).mul(weightR);
            FloatVector s = FloatVector.fromArray(SPECIES, samples, fromS + i).mul(weightS);
            FloatVector even = p.add(r);
            FloatVector odd = q.add(s);
            even.add(odd).intoArray(into, a + i);
            p.sub(r).intoArray(into, b + i);
            even.sub(odd).intoArray(into, c + i);
            q.sub(s).intoArray(into, d + i);
        }
    }

    /** The other half: b, c, d ← (b − i·d) · w, c · w², (b + i·d) · w³ with the twiddle factor w. */
    void crossAndTurn(int b, int c, int d, int turn) {
        FloatVector cosB = FloatVector.broadcast(SPECIES, cos[turn]);
        FloatVector sinB = FloatVector.broadcast(SPECIES, sin[turn]);
        FloatVector cosC = FloatVector.broadcast(SPECIES, cos[2 * turn]);
        FloatVector sinC = FloatVector.broadcast(SPECIES, sin[2 * turn]);
        FloatVector cosD = FloatVector.broadcast(SPECIES, cos[3 * turn]);
        FloatVector sinD = FloatVector.broadcast(SPECIES, sin[3 * turn]);
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector x = FloatVector.fromArray(SPECIES, re, b + i);
            FloatVector y = FloatVector.fromArray(SPECIES, im, b + i);
            FloatVector u = FloatVector.fromArray(SPECIES, re, d + i);
            FloatVector v = FloatVector.fromArray(SPECIES, im, d + i);
            FloatVector bRe = x.add(v);
            FloatVector bIm = y.sub(u);
            FloatVector cRe = FloatVector.fromArray(SPECIES, re, c + i);
            FloatVector cIm = FloatVector.fromArray(SPECIES, im, c + i);
            FloatVector dRe = x.sub(v);
            FloatVector dIm = y.add(u);
            bRe.mul(cosB).sub(bIm.mul(sinB)).intoArray(re, b + i);
            bRe.mul(sinB).add(bIm.mul(cosB)).intoArray(im, b + i);
            cRe.mul(cosC).sub(cIm.mul(sinC)).intoArray(re, c + i);
            cRe.mul(sinC).add(cIm.mul(cosC)).intoArray(im, c + i);
            dRe.mul(cosD).sub(dIm.mul(sinD)).intoArray(re, d + i);
            dRe.mul(sinD).add(dIm.mul(cosD)).intoArray(im, d + i);
        }
    }

    /** A whole radix-4 butterfly, decimating in frequency. */
    void four(int a, int b, int c, int d, int turn) {
        FloatVector cosB = FloatVector.broadcast(SPECIES, cos[turn]);
        FloatVector sinB = FloatVector.broadcast(SPECIES, sin[turn]);
        FloatVector cosC = FloatVector.broadcast(SPECIES, cos[2 * turn]);
        FloatVector sinC = FloatVector.broadcast(SPECIES, sin[2 * turn]);
        FloatVector cosD = FloatVector.broadcast(SPECIES, cos[3 * turn]);
        FloatVector sinD = FloatVector.broadcast(SPECIES, sin[3 * turn]);
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector p = FloatVector.fromArray(SPECIES, re, a + i);
            FloatVector q = FloatVector.fromArray(SPECIES, im, a + i);
            FloatVector r = FloatVector.fromArray(SPECIES, re, c + i);
            FloatVector s = FloatVector.fromArray(SPECIES, im, c + i);
            FloatVector evenRe = p.add(r);
            FloatVector evenIm = q.add(s);
            FloatVector x = p.sub(r);
            FloatVector y = q.sub(s);
            p = FloatVector.fromArray(SPECIES, re, b + i);
            q = FloatVector.fromArray(SPECIES, im, b + i);
            r = FloatVector.fromArray(SPECIES, re, d + i);
            s = FloatVector.fromArray(SPECIES, im, d + i);
            FloatVector oddRe = p.add(r);
            FloatVector oddIm = q.add(s);
            FloatVector u = p.sub(r);
            FloatVector v = q.sub(s);
            evenRe.add(oddRe).intoArray(re, a + i);
            evenIm.add(oddIm).intoArray(im, a + i);
            FloatVector bRe = x.add(v);
            FloatVector bIm = y.sub(u);
            FloatVector cRe = evenRe.sub(oddRe);
            FloatVector cIm = evenIm.sub(oddIm);
            FloatVector dRe = x.sub(v);
            FloatVector dIm = y.add(u);
            bRe.mul(cosB).sub(bIm.mul(sinB)).intoArray(re, b + i);
            bRe.mul(sinB).add(bIm.mul(cosB)).intoArray(im, b + i);
            cRe.mul(cosC).sub(cIm.mul(sinC)).intoArray(re, c + i);
            cRe.mul(sinC).add(cIm.mul(cosC)).intoArray(im, c + i);
            dRe.mul(cosD).sub(dIm.mul(sinD)).intoArray(re, d + i);
            dRe.mul(sinD).add(dIm.mul(cosD)).intoArray(im, d + i);
        }
    }

    /** The same without twiddle factors. */
    void four(int a, int b, int c, int d) {
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector p = FloatVector.fromArray(SPECIES, re, a + i);
            FloatVector q = FloatVector.fromArray(SPECIES, im, a + i);
            FloatVector r = FloatVector.fromArray(SPECIES, re, c + i);
            FloatVector s = FloatVector.fromArray(SPECIES, im, c + i);
            FloatVector evenRe = p.add(r);
            FloatVector evenIm = q.add(s);
            FloatVector x = p.sub(r);
            FloatVector y = q.sub(s);
            p = FloatVector.fromArray(SPECIES, re, b + i);
            q = FloatVector.fromArray(SPECIES, im, b + i);
            r = FloatVector.fromArray(SPECIES, re, d + i);
            s = FloatVector.fromArray(SPECIES, im, d + i);
            FloatVector oddRe = p.add(r);
            FloatVector oddIm = q.add(s);
            FloatVector u = p.sub(r);
            FloatVector v = q.sub(s);
            evenRe.add(oddRe).intoArray(re, a + i);
            evenIm.add(oddIm).intoArray(im, a + i);
            x.add(v).intoArray(re, b + i);
            y.sub(u).intoArray(im, b + i);
            evenRe.sub(oddRe).intoArray(re, c + i);
            evenIm.sub(oddIm).intoArray(im, c + i);
            x.sub(v).intoArray(re, d + i);
            y.add(u).intoArray(im, d + i);
        }
    }

    /** A radix-2 butterfly: a, b ← a + b, a − b. */
    void two(int a, int b) {
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector p = FloatVector.fromArray(SPECIES, re, a + i);
            FloatVector q = FloatVector.fromArray(SPECIES, im, a + i);
            FloatVector r = FloatVector.fromArray(SPECIES, re, b + i);
            FloatVector s = FloatVector.fromArray(SPECIES, im, b + i);
            p.add(r).intoArray(re, a + i);
            q.add(s).intoArray(im, a + i);
            p.sub(r).intoArray(re, b + i);
            q.sub(s).intoArray(im, b + i);
        }
    }

    /**
     * From bins k and M − k of the half-length transform of even and odd samples, halved, to the powers of bins k and M
     * − k of the whole.
     */
    void split(int low, int high, int k, float[] powerOfLow, float[] powerOfHigh) {
        FloatVector cosK = FloatVector.broadcast(SPECIES, cos[k]);
        FloatVector sinK = FloatVector.broadcast(SPECIES, sin[k]);
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector p = FloatVector.fromArray(SPECIES, re, low + i);
            FloatVector q = FloatVector.fromArray(SPECIES, im, low + i);
            FloatVector r = FloatVector.fromArray(SPECIES, re, high + i);
            FloatVector s = FloatVector.fromArray(SPECIES, im, high + i);
            FloatVector evenRe = p.add(r);
            FloatVector evenIm = q.sub(s);
            FloatVector oddRe = q.add(s);
            FloatVector oddIm = r.sub(p);
            FloatVector turnedRe = oddRe.mul(cosK).sub(oddIm.mul(sinK));
            FloatVector turnedIm = oddRe.mul(sinK).add(oddIm.mul(cosK));
            p = evenRe.add(turnedRe);
            q = evenIm.add(turnedIm);
            r = evenRe.sub(turnedRe);
            s = evenIm.sub(turnedIm);
            p.mul(p).add(q.mul(q)).intoArray(powerOfLow, i);
            r.mul(r).add(s.mul(s)).intoArray(powerOfHigh, i);
        }
    }

    /** The powers of the first and the last bin of the whole from the first of the half. */
    void ends(int first, float[] powerOfFirst, float[] powerOfLast) {
        for (int i = 0; i < lanes; i++) {
            // The window was halved for the sake of all the other bins, where two halves are added.
            float sum = re[first + i] + im[first + i];
            float difference = re[first + i] - im[first + i];
            powerOfFirst[i] = 4 * sum * sum;
            powerOfLast[i] = 4 * difference * difference;
        }
    }

    /** The power of the bin that is its own mirror. */
    void middle(int row, float[] power) {
        for (int i = 0; i < lanes; i++) {
            power[i] = 4 * (re[row + i] * re[row + i] + im[row + i] * im[row + i]);
        }
    }
}
