package org.hathor.audio.spectrum;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * In vector instructions, said outright.
 *
 * <p>No method here calls another of ours: where the compiler has inlined much already it leaves such calls alone, and
 * a vector that crosses one is made an object.
 */
final class VectorLaneKernels implements LaneKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void weightedSums(Samples p, Samples q, Samples r, Samples s, float[] a, float[] b, float[] c, float[] d) {
        FloatVector weightP = FloatVector.broadcast(SPECIES, p.weight());
        FloatVector weightQ = FloatVector.broadcast(SPECIES, q.weight());
        FloatVector weightR = FloatVector.broadcast(SPECIES, r.weight());
        FloatVector weightS = FloatVector.broadcast(SPECIES, s.weight());
        for (int i = 0; i < a.length; i += LANES) {
            FloatVector x =
                    FloatVector.fromArray(SPECIES, p.row(), p.column() + i).mul(weightP);
            FloatVector y =
                    FloatVector.fromArray(SPECIES, q.row(), q.column() + i).mul(weightQ);
            FloatVector z =
                    FloatVector.fromArray(SPECIES, r.row(), r.column() + i).mul(weightR);
            FloatVector w =
                    FloatVector.fromArray(SPECIES, s.row(), s.column() + i).mul(weightS);
            FloatVector even = x.add(z);
            FloatVector odd = y.add(w);
            even.add(odd).intoArray(a, i);
            x.sub(z).intoArray(b, i);
            even.sub(odd).intoArray(c, i);
            y.sub(w).intoArray(d, i);
        }
    }

    @Override
    public void crossAndTurn(
            float[] br, float[] bi, float[] cr, float[] ci, float[] dr, float[] di, Turn b, Turn c, Turn d) {
        FloatVector cosB = FloatVector.broadcast(SPECIES, b.cos());
        FloatVector sinB = FloatVector.broadcast(SPECIES, b.sin());
        FloatVector cosC = FloatVector.broadcast(SPECIES, c.cos());
        FloatVector sinC = FloatVector.broadcast(SPECIES, c.sin());
        FloatVector cosD = FloatVector.broadcast(SPECIES, d.cos());
        FloatVector sinD = FloatVector.broadcast(SPECIES, d.sin());
        for (int i = 0; i < br.length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, br, i);
            FloatVector y = FloatVector.fromArray(SPECIES, bi, i);
            FloatVector u = FloatVector.fromArray(SPECIES, dr, i);
            FloatVector v = FloatVector.fromArray(SPECIES, di, i);
            FloatVector bRe = x.add(v);
            FloatVector bIm = y.sub(u);
            bRe.mul(cosB).sub(bIm.mul(sinB)).intoArray(br, i);
            bRe.mul(sinB).add(bIm.mul(cosB)).intoArray(bi, i);
            FloatVector cRe = FloatVector.fromArray(SPECIES, cr, i);
            FloatVector cIm = FloatVector.fromArray(SPECIES, ci, i);
            cRe.mul(cosC).sub(cIm.mul(sinC)).intoArray(cr, i);
            cRe.mul(sinC).add(cIm.mul(cosC)).intoArray(ci, i);
            FloatVector dRe = x.sub(v);
            FloatVector dIm = y.add(u);
            dRe.mul(cosD).sub(dIm.mul(sinD)).intoArray(dr, i);
            dRe.mul(sinD).add(dIm.mul(cosD)).intoArray(di, i);
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
        FloatVector cosB = FloatVector.broadcast(SPECIES, b.cos());
        FloatVector sinB = FloatVector.broadcast(SPECIES, b.sin());
        FloatVector cosC = FloatVector.broadcast(SPECIES, c.cos());
        FloatVector sinC = FloatVector.broadcast(SPECIES, c.sin());
        FloatVector cosD = FloatVector.broadcast(SPECIES, d.cos());
        FloatVector sinD = FloatVector.broadcast(SPECIES, d.sin());
        for (int i = 0; i < ar.length; i += LANES) {
            FloatVector p = FloatVector.fromArray(SPECIES, ar, i);
            FloatVector q = FloatVector.fromArray(SPECIES, ai, i);
            FloatVector r = FloatVector.fromArray(SPECIES, cr, i);
            FloatVector s = FloatVector.fromArray(SPECIES, ci, i);
            FloatVector evenRe = p.add(r);
            FloatVector evenIm = q.add(s);
            FloatVector x = p.sub(r);
            FloatVector y = q.sub(s);
            p = FloatVector.fromArray(SPECIES, br, i);
            q = FloatVector.fromArray(SPECIES, bi, i);
            r = FloatVector.fromArray(SPECIES, dr, i);
            s = FloatVector.fromArray(SPECIES, di, i);
            FloatVector oddRe = p.add(r);
            FloatVector oddIm = q.add(s);
            FloatVector u = p.sub(r);
            FloatVector v = q.sub(s);
            evenRe.add(oddRe).intoArray(ar, i);
            evenIm.add(oddIm).intoArray(ai, i);
            FloatVector bRe = x.add(v);
            FloatVector bIm = y.sub(u);
            bRe.mul(cosB).sub(bIm.mul(sinB)).intoArray(br, i);
            bRe.mul(sinB).add(bIm.mul(cosB)).intoArray(bi, i);
            FloatVector cRe = evenRe.sub(oddRe);
            FloatVector cIm = evenIm.sub(oddIm);
            cRe.mul(cosC).sub(cIm.mul(sinC)).intoArray(cr, i);
            cRe.mul(sinC).add(cIm.mul(cosC)).intoArray(ci, i);
            FloatVector dRe = x.sub(v);
            FloatVector dIm = y.add(u);
            dRe.mul(cosD).sub(dIm.mul(sinD)).intoArray(dr, i);
            dRe.mul(sinD).add(dIm.mul(cosD)).intoArray(di, i);
        }
    }

    @Override
    public void butterfly(
            float[] ar, float[] ai, float[] br, float[] bi, float[] cr, float[] ci, float[] dr, float[] di) {
        for (int i = 0; i < ar.length; i += LANES) {
            FloatVector p = FloatVector.fromArray(SPECIES, ar, i);
            FloatVector q = FloatVector.fromArray(SPECIES, ai, i);
            FloatVector r = FloatVector.fromArray(SPECIES, cr, i);
            FloatVector s = FloatVector.fromArray(SPECIES, ci, i);
            FloatVector evenRe = p.add(r);
            FloatVector evenIm = q.add(s);
            FloatVector x = p.sub(r);
            FloatVector y = q.sub(s);
            p = FloatVector.fromArray(SPECIES, br, i);
            q = FloatVector.fromArray(SPECIES, bi, i);
            r = FloatVector.fromArray(SPECIES, dr, i);
            s = FloatVector.fromArray(SPECIES, di, i);
            FloatVector oddRe = p.add(r);
            FloatVector oddIm = q.add(s);
            FloatVector u = p.sub(r);
            FloatVector v = q.sub(s);
            evenRe.add(oddRe).intoArray(ar, i);
            evenIm.add(oddIm).intoArray(ai, i);
            x.add(v).intoArray(br, i);
            y.sub(u).intoArray(bi, i);
            evenRe.sub(oddRe).intoArray(cr, i);
            evenIm.sub(oddIm).intoArray(ci, i);
            x.sub(v).intoArray(dr, i);
            y.add(u).intoArray(di, i);
        }
    }

    @Override
    public void sumAndDifference(float[] a, float[] b) {
        for (int i = 0; i < a.length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            FloatVector y = FloatVector.fromArray(SPECIES, b, i);
            x.add(y).intoArray(a, i);
            x.sub(y).intoArray(b, i);
        }
    }

    @Override
    public void splitPower(
            float[] kr, float[] ki, float[] mr, float[] mi, Turn turn, float[] powerOfK, float[] powerOfM) {
        FloatVector cos = FloatVector.broadcast(SPECIES, turn.cos());
        FloatVector sin = FloatVector.broadcast(SPECIES, turn.sin());
        for (int i = 0; i < kr.length; i += LANES) {
            FloatVector p = FloatVector.fromArray(SPECIES, kr, i);
            FloatVector q = FloatVector.fromArray(SPECIES, ki, i);
            FloatVector r = FloatVector.fromArray(SPECIES, mr, i);
            FloatVector s = FloatVector.fromArray(SPECIES, mi, i);
            FloatVector evenRe = p.add(r);
            FloatVector evenIm = q.sub(s);
            FloatVector oddRe = q.add(s);
            FloatVector oddIm = r.sub(p);
            FloatVector turnedRe = oddRe.mul(cos).sub(oddIm.mul(sin));
            FloatVector turnedIm = oddRe.mul(sin).add(oddIm.mul(cos));
            p = evenRe.add(turnedRe);
            q = evenIm.add(turnedIm);
            r = evenRe.sub(turnedRe);
            s = evenIm.sub(turnedIm);
            p.mul(p).add(q.mul(q)).intoArray(powerOfK, i);
            r.mul(r).add(s.mul(s)).intoArray(powerOfM, i);
        }
    }

    @Override
    public void weigh(float[][] rows, int first, float[] weights, float[] into) {
        int i = 0;
        for (; i + 4 * LANES <= into.length; i += 4 * LANES) {
            // Four sums at once, so that none waits for its own last addition.
            FloatVector p = FloatVector.zero(SPECIES);
            FloatVector q = p;
            FloatVector r = p;
            FloatVector s = p;
            for (int k = 0; k < weights.length; k++) {
                float[] row = rows[first + k];
                FloatVector weight = FloatVector.broadcast(SPECIES, weights[k]);
                p = FloatVector.fromArray(SPECIES, row, i).fma(weight, p);
                q = FloatVector.fromArray(SPECIES, row, i + LANES).fma(weight, q);
                r = FloatVector.fromArray(SPECIES, row, i + 2 * LANES).fma(weight, r);
                s = FloatVector.fromArray(SPECIES, row, i + 3 * LANES).fma(weight, s);
            }
            p.intoArray(into, i);
            q.intoArray(into, i + LANES);
            r.intoArray(into, i + 2 * LANES);
            s.intoArray(into, i + 3 * LANES);
        }
        for (; i < into.length; i += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int k = 0; k < weights.length; k++) {
                sum = FloatVector.fromArray(SPECIES, rows[first + k], i)
                        .fma(FloatVector.broadcast(SPECIES, weights[k]), sum);
            }
            sum.intoArray(into, i);
        }
    }

    @Override
    public void weighTwelve(float[][] rows, float[] weights, float[][] into) {
        for (int i = 0; i < into[0].length; i += LANES) {
            weighTwelve(rows, weights, into, i);
        }
    }

    private static void weighTwelve(float[][] rows, float[] weights, float[][] into, int i) {
        FloatVector c = FloatVector.zero(SPECIES);
        FloatVector cSharp = c;
        FloatVector d = c;
        FloatVector dSharp = c;
        FloatVector e = c;
        FloatVector f = c;
        FloatVector fSharp = c;
        FloatVector g = c;
        FloatVector gSharp = c;
        FloatVector a = c;
        FloatVector aSharp = c;
        FloatVector b = c;
        for (int k = 0; k < rows.length; k++) {
            FloatVector row = FloatVector.fromArray(SPECIES, rows[k], i);
            int w = 12 * k;
            c = row.fma(FloatVector.broadcast(SPECIES, weights[w]), c);
            cSharp = row.fma(FloatVector.broadcast(SPECIES, weights[w + 1]), cSharp);
            d = row.fma(FloatVector.broadcast(SPECIES, weights[w + 2]), d);
            dSharp = row.fma(FloatVector.broadcast(SPECIES, weights[w + 3]), dSharp);
            e = row.fma(FloatVector.broadcast(SPECIES, weights[w + 4]), e);
            f = row.fma(FloatVector.broadcast(SPECIES, weights[w + 5]), f);
            fSharp = row.fma(FloatVector.broadcast(SPECIES, weights[w + 6]), fSharp);
            g = row.fma(FloatVector.broadcast(SPECIES, weights[w + 7]), g);
            gSharp = row.fma(FloatVector.broadcast(SPECIES, weights[w + 8]), gSharp);
            a = row.fma(FloatVector.broadcast(SPECIES, weights[w + 9]), a);
            aSharp = row.fma(FloatVector.broadcast(SPECIES, weights[w + 10]), aSharp);
            b = row.fma(FloatVector.broadcast(SPECIES, weights[w + 11]), b);
        }
        c.intoArray(into[0], i);
        cSharp.intoArray(into[1], i);
        d.intoArray(into[2], i);
        dSharp.intoArray(into[3], i);
        e.intoArray(into[4], i);
        f.intoArray(into[5], i);
        fSharp.intoArray(into[6], i);
        g.intoArray(into[7], i);
        gSharp.intoArray(into[8], i);
        a.intoArray(into[9], i);
        aSharp.intoArray(into[10], i);
        b.intoArray(into[11], i);
    }

    @Override
    public void maximum(float[] a, float[] b) {
        for (int i = 0; i < a.length; i += LANES) {
            FloatVector.fromArray(SPECIES, a, i)
                    .max(FloatVector.fromArray(SPECIES, b, i))
                    .intoArray(a, i);
        }
    }

    @Override
    public long peaks(float[] before, float[] here, float[] after, float[] threshold) {
        long peaks = 0;
        for (int i = 0; i < here.length; i += LANES) {
            FloatVector power = FloatVector.fromArray(SPECIES, here, i);
            long found = power.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, threshold, i))
                    .and(power.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, before, i)))
                    .and(power.compare(VectorOperators.GE, FloatVector.fromArray(SPECIES, after, i)))
                    .toLong();
            peaks |= found << i;
        }
        return peaks;
    }

    @Override
    public void decibels(float[] power, float[] into) {
        for (int i = 0; i < into.length; i += LANES) {
            IntVector bits = FloatVector.fromArray(SPECIES, power, i)
                    .max(FastDecibels.LEAST_POWER)
                    .reinterpretAsInts()
                    .sub(FastDecibels.ROOT_HALF);
            FloatVector octaves = (FloatVector) bits.lanewise(VectorOperators.ASHR, FastDecibels.MANTISSA_BITS)
                    .convert(VectorOperators.I2F, 0);
            FloatVector m =
                    bits.and(FastDecibels.MANTISSA).add(FastDecibels.ROOT_HALF).reinterpretAsFloats();
            FloatVector s = m.sub(1).div(m.add(1));
            FloatVector square = s.mul(s);
            FloatVector series = square.mul(FastDecibels.NINTH)
                    .add(FastDecibels.SEVENTH)
                    .mul(square)
                    .add(FastDecibels.FIFTH)
                    .mul(square)
                    .add(FastDecibels.THIRD)
                    .mul(square)
                    .add(FastDecibels.FIRST)
                    .mul(s);
            octaves.mul(FastDecibels.OCTAVE).add(series).intoArray(into, i);
        }
    }
}
