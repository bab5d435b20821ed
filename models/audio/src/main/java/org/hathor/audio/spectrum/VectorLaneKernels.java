package org.hathor.audio.spectrum;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * In vector instructions, said outright.
 *
 * <p>No method here hands a vector to another: where the compiler has inlined much already it leaves such calls alone,
 * and a vector that crosses one is made an object.
 */
final class VectorLaneKernels implements LaneKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final IntVector BIT_OF_LANE =
            IntVector.fromArray(INTS, IntStream.range(0, LANES).map(l -> 1 << l).toArray(), 0);

    @Override
    public void addTwo(float[][] rows, int first, float[] weights, float[] a, float[] b) {
        int i = 0;
        for (; i + 4 * LANES <= a.length; i += 4 * LANES) {
            // Eight sums at once, so that none waits for its own last addition.
            FloatVector a0 = FloatVector.fromArray(SPECIES, a, i);
            FloatVector a1 = FloatVector.fromArray(SPECIES, a, i + LANES);
            FloatVector a2 = FloatVector.fromArray(SPECIES, a, i + 2 * LANES);
            FloatVector a3 = FloatVector.fromArray(SPECIES, a, i + 3 * LANES);
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, i);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, i + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, i + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, i + 3 * LANES);
            for (int k = 0; 2 * k < weights.length; k++) {
                float[] row = rows[first + k];
                FloatVector p = FloatVector.fromArray(SPECIES, row, i);
                FloatVector q = FloatVector.fromArray(SPECIES, row, i + LANES);
                FloatVector r = FloatVector.fromArray(SPECIES, row, i + 2 * LANES);
                FloatVector s = FloatVector.fromArray(SPECIES, row, i + 3 * LANES);
                FloatVector weight = FloatVector.broadcast(SPECIES, weights[2 * k]);
                a0 = p.fma(weight, a0);
                a1 = q.fma(weight, a1);
                a2 = r.fma(weight, a2);
                a3 = s.fma(weight, a3);
                weight = FloatVector.broadcast(SPECIES, weights[2 * k + 1]);
                b0 = p.fma(weight, b0);
                b1 = q.fma(weight, b1);
                b2 = r.fma(weight, b2);
                b3 = s.fma(weight, b3);
            }
            a0.intoArray(a, i);
            a1.intoArray(a, i + LANES);
            a2.intoArray(a, i + 2 * LANES);
            a3.intoArray(a, i + 3 * LANES);
            b0.intoArray(b, i);
            b1.intoArray(b, i + LANES);
            b2.intoArray(b, i + 2 * LANES);
            b3.intoArray(b, i + 3 * LANES);
        }
        for (; i < a.length; i += LANES) {
            FloatVector sumA = FloatVector.fromArray(SPECIES, a, i);
            FloatVector sumB = FloatVector.fromArray(SPECIES, b, i);
            for (int k = 0; 2 * k < weights.length; k++) {
                FloatVector row = FloatVector.fromArray(SPECIES, rows[first + k], i);
                sumA = row.fma(FloatVector.broadcast(SPECIES, weights[2 * k]), sumA);
                sumB = row.fma(FloatVector.broadcast(SPECIES, weights[2 * k + 1]), sumB);
            }
            sumA.intoArray(a, i);
            sumB.intoArray(b, i);
        }
    }

    @Override
    public void weighFour(float[][] rows, float[] weights, float[][] into, int first) {
        float[] a = into[first];
        float[] b = into[first + 1];
        float[] c = into[first + 2];
        float[] d = into[first + 3];
        int i = 0;
        for (; i + 4 * LANES <= a.length; i += 4 * LANES) {
            weighFourByFour(rows, weights, a, b, c, d, i);
        }
        for (; i < a.length; i += LANES) {
            FloatVector sumA = FloatVector.zero(SPECIES);
            FloatVector sumB = sumA;
            FloatVector sumC = sumA;
            FloatVector sumD = sumA;
            for (int k = 0; k < rows.length; k++) {
                FloatVector row = FloatVector.fromArray(SPECIES, rows[k], i);
                int w = 4 * k;
                sumA = row.fma(FloatVector.broadcast(SPECIES, weights[w]), sumA);
                sumB = row.fma(FloatVector.broadcast(SPECIES, weights[w + 1]), sumB);
                sumC = row.fma(FloatVector.broadcast(SPECIES, weights[w + 2]), sumC);
                sumD = row.fma(FloatVector.broadcast(SPECIES, weights[w + 3]), sumD);
            }
            sumA.intoArray(a, i);
            sumB.intoArray(b, i);
            sumC.intoArray(c, i);
            sumD.intoArray(d, i);
        }
    }

    /** Sixteen sums in as many registers: each row and each weight is read once for four of them. */
    private static void weighFourByFour(
            float[][] rows, float[] weights, float[] a, float[] b, float[] c, float[] d, int i) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector c2 = a0;
        FloatVector c3 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        FloatVector d2 = a0;
        FloatVector d3 = a0;
        for (int k = 0; k < rows.length; k++) {
            float[] row = rows[k];
            FloatVector p = FloatVector.fromArray(SPECIES, row, i);
            FloatVector q = FloatVector.fromArray(SPECIES, row, i + LANES);
            FloatVector r = FloatVector.fromArray(SPECIES, row, i + 2 * LANES);
            FloatVector s = FloatVector.fromArray(SPECIES, row, i + 3 * LANES);
            int w = 4 * k;
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[w]);
            a0 = p.fma(weight, a0);
            a1 = q.fma(weight, a1);
            a2 = r.fma(weight, a2);
            a3 = s.fma(weight, a3);
            weight = FloatVector.broadcast(SPECIES, weights[w + 1]);
            b0 = p.fma(weight, b0);
            b1 = q.fma(weight, b1);
            b2 = r.fma(weight, b2);
            b3 = s.fma(weight, b3);
            weight = FloatVector.broadcast(SPECIES, weights[w + 2]);
            c0 = p.fma(weight, c0);
            c1 = q.fma(weight, c1);
            c2 = r.fma(weight, c2);
            c3 = s.fma(weight, c3);
            weight = FloatVector.broadcast(SPECIES, weights[w + 3]);
            d0 = p.fma(weight, d0);
            d1 = q.fma(weight, d1);
            d2 = r.fma(weight, d2);
            d3 = s.fma(weight, d3);
        }
        a0.intoArray(a, i);
        a1.intoArray(a, i + LANES);
        a2.intoArray(a, i + 2 * LANES);
        a3.intoArray(a, i + 3 * LANES);
        b0.intoArray(b, i);
        b1.intoArray(b, i + LANES);
        b2.intoArray(b, i + 2 * LANES);
        b3.intoArray(b, i + 3 * LANES);
        c0.intoArray(c, i);
        c1.intoArray(c, i + LANES);
        c2.intoArray(c, i + 2 * LANES);
        c3.intoArray(c, i + 3 * LANES);
        d0.intoArray(d, i);
        d1.intoArray(d, i + LANES);
        d2.intoArray(d, i + 2 * LANES);
        d3.intoArray(d, i + 3 * LANES);
    }

    /** Numbers that are not below 0 are in the order of their bits, which are compared in fewer steps. */
    @Override
    public void largest(float[][] rows, float[] into) {
        int i = 0;
        for (; i + 4 * LANES <= into.length; i += 4 * LANES) {
            IntVector p = FloatVector.fromArray(SPECIES, into, i).reinterpretAsInts();
            IntVector q = FloatVector.fromArray(SPECIES, into, i + LANES).reinterpretAsInts();
            IntVector r = FloatVector.fromArray(SPECIES, into, i + 2 * LANES).reinterpretAsInts();
            IntVector s = FloatVector.fromArray(SPECIES, into, i + 3 * LANES).reinterpretAsInts();
            for (float[] row : rows) {
                p = p.max(FloatVector.fromArray(SPECIES, row, i).reinterpretAsInts());
                q = q.max(FloatVector.fromArray(SPECIES, row, i + LANES).reinterpretAsInts());
                r = r.max(FloatVector.fromArray(SPECIES, row, i + 2 * LANES).reinterpretAsInts());
                s = s.max(FloatVector.fromArray(SPECIES, row, i + 3 * LANES).reinterpretAsInts());
            }
            p.reinterpretAsFloats().intoArray(into, i);
            q.reinterpretAsFloats().intoArray(into, i + LANES);
            r.reinterpretAsFloats().intoArray(into, i + 2 * LANES);
            s.reinterpretAsFloats().intoArray(into, i + 3 * LANES);
        }
        for (; i < into.length; i += LANES) {
            IntVector most = FloatVector.fromArray(SPECIES, into, i).reinterpretAsInts();
            for (float[] row : rows) {
                most = most.max(FloatVector.fromArray(SPECIES, row, i).reinterpretAsInts());
            }
            most.reinterpretAsFloats().intoArray(into, i);
        }
    }

    @Override
    public long peaks(float[] before, float[] here, float[] after, float[] threshold) {
        long peaks = 0;
        for (int i = 0; i < here.length; i += LANES) {
            FloatVector power = FloatVector.fromArray(SPECIES, here, i);
            VectorMask<Float> found = power.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, threshold, i));
            if (!found.anyTrue()) {
                continue;
            }
            found = found.and(power.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, before, i)))
                    .and(power.compare(VectorOperators.GE, FloatVector.fromArray(SPECIES, after, i)));
            // A mask's own way to a number is a loop; a sum of powers of two is not.
            int bits = IntVector.zero(INTS).blend(BIT_OF_LANE, found.cast(INTS)).reduceLanes(VectorOperators.OR);
            peaks |= (bits & 0xffffL) << i;
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
