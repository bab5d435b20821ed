package org.hathor.audio.spectrum;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The steps of {@link LaneFft} on rows of complex numbers, in vector instructions. A row is named by where it begins.
 *
 * <p>No method with vectors calls another of ours: where the compiler has inlined much already it leaves such calls
 * alone, and a vector that crosses one is made an object. The large ones copy their fields before the loop and load all
 * rows before they compute: otherwise their code was three times slower in some starts of the program, not in others.
 */
final class Butterflies {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    private final float[] rows;
    private final float[] cos;
    private final float[] sin;
    private final int lanes;

    /**
     * @param rows each the real parts of all lanes, then the imaginary parts
     * @param cos real parts of the twiddle factors
     * @param sin imaginary parts
     * @param lanes half the length of a row
     */
    Butterflies(float[] rows, float[] cos, float[] sin, int lanes) {
        this.rows = rows;
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
        float[] rows = this.rows;
        int lanes = this.lanes;
        float[] samples = columns.samples();
        int into = part == Part.REAL ? 0 : lanes;
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
            even.add(odd).intoArray(rows, into + a + i);
            p.sub(r).intoArray(rows, into + b + i);
            even.sub(odd).intoArray(rows, into + c + i);
            q.sub(s).intoArray(rows, into + d + i);
        }
    }

    /** The other half: b, c, d ← (b − i·d) · w, c · w², (b + i·d) · w³ with the twiddle factor w. */
    void crossAndTurn(int b, int c, int d, int turn) {
        float[] rows = this.rows;
        int lanes = this.lanes;
        FloatVector cosB = FloatVector.broadcast(SPECIES, cos[turn]);
        FloatVector sinB = FloatVector.broadcast(SPECIES, sin[turn]);
        FloatVector minusSinB = sinB.neg();
        FloatVector cosC = FloatVector.broadcast(SPECIES, cos[2 * turn]);
        FloatVector sinC = FloatVector.broadcast(SPECIES, sin[2 * turn]);
        FloatVector minusSinC = sinC.neg();
        FloatVector cosD = FloatVector.broadcast(SPECIES, cos[3 * turn]);
        FloatVector sinD = FloatVector.broadcast(SPECIES, sin[3 * turn]);
        FloatVector minusSinD = sinD.neg();
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector x = FloatVector.fromArray(SPECIES, rows, b + i);
            FloatVector y = FloatVector.fromArray(SPECIES, rows, b + lanes + i);
            FloatVector u = FloatVector.fromArray(SPECIES, rows, d + i);
            FloatVector v = FloatVector.fromArray(SPECIES, rows, d + lanes + i);
            FloatVector bRe = x.add(v);
            FloatVector bIm = y.sub(u);
            FloatVector cRe = FloatVector.fromArray(SPECIES, rows, c + i);
            FloatVector cIm = FloatVector.fromArray(SPECIES, rows, c + lanes + i);
            FloatVector dRe = x.sub(v);
            FloatVector dIm = y.add(u);
            bRe.fma(cosB, bIm.mul(minusSinB)).intoArray(rows, b + i);
            bIm.fma(cosB, bRe.mul(sinB)).intoArray(rows, b + lanes + i);
            cRe.fma(cosC, cIm.mul(minusSinC)).intoArray(rows, c + i);
            cIm.fma(cosC, cRe.mul(sinC)).intoArray(rows, c + lanes + i);
            dRe.fma(cosD, dIm.mul(minusSinD)).intoArray(rows, d + i);
            dIm.fma(cosD, dRe.mul(sinD)).intoArray(rows, d + lanes + i);
        }
    }

    /** A whole radix-4 butterfly, decimating in frequency. */
    void four(int a, int b, int c, int d, int turn) {
        float[] rows = this.rows;
        int lanes = this.lanes;
        FloatVector cosB = FloatVector.broadcast(SPECIES, cos[turn]);
        FloatVector sinB = FloatVector.broadcast(SPECIES, sin[turn]);
        FloatVector minusSinB = sinB.neg();
        FloatVector cosC = FloatVector.broadcast(SPECIES, cos[2 * turn]);
        FloatVector sinC = FloatVector.broadcast(SPECIES, sin[2 * turn]);
        FloatVector minusSinC = sinC.neg();
        FloatVector cosD = FloatVector.broadcast(SPECIES, cos[3 * turn]);
        FloatVector sinD = FloatVector.broadcast(SPECIES, sin[3 * turn]);
        FloatVector minusSinD = sinD.neg();
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector aRe = FloatVector.fromArray(SPECIES, rows, a + i);
            FloatVector aIm = FloatVector.fromArray(SPECIES, rows, a + lanes + i);
            FloatVector bRe = FloatVector.fromArray(SPECIES, rows, b + i);
            FloatVector bIm = FloatVector.fromArray(SPECIES, rows, b + lanes + i);
            FloatVector cRe = FloatVector.fromArray(SPECIES, rows, c + i);
            FloatVector cIm = FloatVector.fromArray(SPECIES, rows, c + lanes + i);
            FloatVector dRe = FloatVector.fromArray(SPECIES, rows, d + i);
            FloatVector dIm = FloatVector.fromArray(SPECIES, rows, d + lanes + i);
            FloatVector evenRe = aRe.add(cRe);
            FloatVector evenIm = aIm.add(cIm);
            FloatVector x = aRe.sub(cRe);
            FloatVector y = aIm.sub(cIm);
            FloatVector oddRe = bRe.add(dRe);
            FloatVector oddIm = bIm.add(dIm);
            FloatVector u = bRe.sub(dRe);
            FloatVector v = bIm.sub(dIm);
            evenRe.add(oddRe).intoArray(rows, a + i);
            evenIm.add(oddIm).intoArray(rows, a + lanes + i);
            bRe = x.add(v);
            bIm = y.sub(u);
            cRe = evenRe.sub(oddRe);
            cIm = evenIm.sub(oddIm);
            dRe = x.sub(v);
            dIm = y.add(u);
            bRe.fma(cosB, bIm.mul(minusSinB)).intoArray(rows, b + i);
            bIm.fma(cosB, bRe.mul(sinB)).intoArray(rows, b + lanes + i);
            cRe.fma(cosC, cIm.mul(minusSinC)).intoArray(rows, c + i);
            cIm.fma(cosC, cRe.mul(sinC)).intoArray(rows, c + lanes + i);
            dRe.fma(cosD, dIm.mul(minusSinD)).intoArray(rows, d + i);
            dIm.fma(cosD, dRe.mul(sinD)).intoArray(rows, d + lanes + i);
        }
    }

    /** The same without twiddle factors. */
    void four(int a, int b, int c, int d) {
        float[] rows = this.rows;
        int lanes = this.lanes;
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector aRe = FloatVector.fromArray(SPECIES, rows, a + i);
            FloatVector aIm = FloatVector.fromArray(SPECIES, rows, a + lanes + i);
            FloatVector bRe = FloatVector.fromArray(SPECIES, rows, b + i);
            FloatVector bIm = FloatVector.fromArray(SPECIES, rows, b + lanes + i);
            FloatVector cRe = FloatVector.fromArray(SPECIES, rows, c + i);
            FloatVector cIm = FloatVector.fromArray(SPECIES, rows, c + lanes + i);
            FloatVector dRe = FloatVector.fromArray(SPECIES, rows, d + i);
            FloatVector dIm = FloatVector.fromArray(SPECIES, rows, d + lanes + i);
            FloatVector evenRe = aRe.add(cRe);
            FloatVector evenIm = aIm.add(cIm);
            FloatVector x = aRe.sub(cRe);
            FloatVector y = aIm.sub(cIm);
            FloatVector oddRe = bRe.add(dRe);
            FloatVector oddIm = bIm.add(dIm);
            FloatVector u = bRe.sub(dRe);
            FloatVector v = bIm.sub(dIm);
            evenRe.add(oddRe).intoArray(rows, a + i);
            evenIm.add(oddIm).intoArray(rows, a + lanes + i);
            x.add(v).intoArray(rows, b + i);
            y.sub(u).intoArray(rows, b + lanes + i);
            evenRe.sub(oddRe).intoArray(rows, c + i);
            evenIm.sub(oddIm).intoArray(rows, c + lanes + i);
            x.sub(v).intoArray(rows, d + i);
            y.add(u).intoArray(rows, d + lanes + i);
        }
    }

    /** A radix-2 butterfly: a, b ← a + b, a − b. */
    void two(int a, int b) {
        float[] rows = this.rows;
        int lanes = this.lanes;
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector p = FloatVector.fromArray(SPECIES, rows, a + i);
            FloatVector q = FloatVector.fromArray(SPECIES, rows, a + lanes + i);
            FloatVector r = FloatVector.fromArray(SPECIES, rows, b + i);
            FloatVector s = FloatVector.fromArray(SPECIES, rows, b + lanes + i);
            p.add(r).intoArray(rows, a + i);
            q.add(s).intoArray(rows, a + lanes + i);
            p.sub(r).intoArray(rows, b + i);
            q.sub(s).intoArray(rows, b + lanes + i);
        }
    }

    /**
     * From bins k and M − k of the half-length transform of even and odd samples, halved, to the powers of bins k and M
     * − k of the whole.
     */
    void split(int low, int high, int k, float[] powerOfLow, float[] powerOfHigh) {
        float[] rows = this.rows;
        int lanes = this.lanes;
        FloatVector cosK = FloatVector.broadcast(SPECIES, cos[k]);
        FloatVector sinK = FloatVector.broadcast(SPECIES, sin[k]);
        FloatVector minusSinK = sinK.neg();
        for (int i = 0; i < lanes; i += WIDTH) {
            FloatVector p = FloatVector.fromArray(SPECIES, rows, low + i);
            FloatVector q = FloatVector.fromArray(SPECIES, rows, low + lanes + i);
            FloatVector r = FloatVector.fromArray(SPECIES, rows, high + i);
            FloatVector s = FloatVector.fromArray(SPECIES, rows, high + lanes + i);
            FloatVector evenRe = p.add(r);
            FloatVector evenIm = q.sub(s);
            FloatVector oddRe = q.add(s);
            FloatVector oddIm = r.sub(p);
            FloatVector turnedRe = oddRe.fma(cosK, oddIm.mul(minusSinK));
            FloatVector turnedIm = oddIm.fma(cosK, oddRe.mul(sinK));
            p = evenRe.add(turnedRe);
            q = evenIm.add(turnedIm);
            r = evenRe.sub(turnedRe);
            s = evenIm.sub(turnedIm);
            p.fma(p, q.mul(q)).intoArray(powerOfLow, i);
            r.fma(r, s.mul(s)).intoArray(powerOfHigh, i);
        }
    }

    /** The powers of the first and the last bin of the whole from the first of the half. */
    void ends(int first, float[] powerOfFirst, float[] powerOfLast) {
        for (int i = 0; i < lanes; i++) {
            // The window was halved for the sake of all the other bins, where two halves are added.
            float sum = rows[first + i] + rows[first + lanes + i];
            float difference = rows[first + i] - rows[first + lanes + i];
            powerOfFirst[i] = 4 * sum * sum;
            powerOfLast[i] = 4 * difference * difference;
        }
    }

    /** The power of the bin that is its own mirror. */
    void middle(int row, float[] power) {
        for (int i = 0; i < lanes; i++) {
            power[i] = 4 * (rows[row + i] * rows[row + i] + rows[row + lanes + i] * rows[row + lanes + i]);
        }
    }
}
