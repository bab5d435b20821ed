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
 * <p>No method here calls another of ours: where the compiler has inlined much already it leaves such calls alone, and
 * a vector that crosses one is made an object.
 */
final class VectorLaneKernels implements LaneKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final IntVector BIT_OF_LANE =
            IntVector.fromArray(INTS, IntStream.range(0, LANES).map(l -> 1 << l).toArray(), 0);

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
            VectorMask<Float> found = power.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, threshold, i))
                    .and(power.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, before, i)))
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
