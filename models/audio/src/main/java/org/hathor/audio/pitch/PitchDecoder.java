package org.hathor.audio.pitch;

import java.util.Arrays;

/**
 * The likeliest path through candidates of pitch and silence (Viterbi, in logarithms), one frame at a time.
 *
 * <p>pYIN's hidden states are every bin of pitch, voiced and unvoiced. A voiced bin without a candidate has probability
 * zero, so only candidates are looked at. Of unvoiced bins nothing is observed but that they are unvoiced, so one state
 * stands for them all: it remembers where the voice was left and how long ago, and what the likeliest walk from there
 * to where it begins again would have cost, which is a walk in equal steps. That makes a frame cost candidates squared
 * rather than bins times the reach of a transition.
 */
final class PitchDecoder {
    private static final int UNVOICED = -1;
    private static final int NOWHERE = -1;
    /** Stands for the logarithm of zero where a path must remain comparable. */
    private static final double LOG_TINY = Math.log(Double.MIN_NORMAL);

    private final int bins;
    private final int reach;
    private final double logStay;
    private final double logSwitch;
    private final double[] logTriangle;
    private final double[] logRow;

    private double[] scores = new double[0];
    private int[] places = new int[0];
    private int alive;
    private double unvoiced;
    private int leftAt = NOWHERE;
    private int leftFor;
    private boolean begun;

    private float[] frequencies = new float[4096];
    private short[] back = new short[4096];
    private int[] offsets = new int[1024];
    private short[] unvoicedBack = new short[1024];
    private float[] guesses = new float[1024];
    private float[] voicedProbabilities = new float[1024];
    private int frames;

    PitchDecoder(PitchSettings settings) {
        int binsPerSemitone = binsPerSemitone(settings);
        this.bins = bins(settings);
        int semitones =
                (int) Math.rint(settings.maxTransitionRate() * 12 * settings.hopLength() / settings.sampleRate());
        this.reach = semitones * binsPerSemitone / 2;
        this.logStay = Math.log(1 - settings.switchProb());
        this.logSwitch = Math.log(settings.switchProb());
        this.logTriangle = new double[reach + 1];
        for (int d = 0; d <= reach; d++) {
            logTriangle[d] = Math.log(reach + 1 - d);
        }
        this.logRow = new double[bins];
        for (int i = 0; i < bins; i++) {
            double sum = 0;
            for (int k = Math.max(0, i - reach); k <= Math.min(bins - 1, i + reach); k++) {
                sum += reach + 1 - Math.abs(k - i);
            }
            logRow[i] = Math.log(sum);
        }
    }

    static int binsPerSemitone(PitchSettings settings) {
        return (int) Math.ceil(1 / settings.resolution());
    }

    static int bins(PitchSettings settings) {
        return (int) Math.floor(12 * binsPerSemitone(settings) * log2(settings.fmax() / settings.fmin())) + 1;
    }

    /**
     * Takes the next frame.
     *
     * @param candidates frequencies in hertz, with bins ascending or not, each bin once
     * @param bin of each candidate, in [0, bins)
     * @param probability of each
     * @param count how many candidates there are
     */
    void add(float[] candidates, int[] bin, double[] probability, int count) {
        grow(count);
        double voiced = 0;
        int likeliest = UNVOICED;
        for (int j = 0; j < count; j++) {
            voiced += probability[j];
            likeliest = likeliest < 0 || probability[j] > probability[likeliest] ? j : likeliest;
        }
        voiced = Math.min(1, voiced);
        double hover = logTriangle[0] - logRow[bins / 2];
        double silence = logOf((1 - voiced) / bins);

        double nextUnvoiced = (begun ? unvoiced + logStay + hover : -Math.log(bins)) + silence;
        unvoicedBack[frames] = UNVOICED;
        int nextLeftAt = leftAt;
        int nextLeftFor = leftFor + 1;
        for (int c = 0; c < alive; c++) {
            double score = scores[c] + logSwitch + hover + silence;
            if (score > nextUnvoiced) {
                nextUnvoiced = score;
                unvoicedBack[frames] = (short) c;
                nextLeftAt = places[c];
                nextLeftFor = 1;
            }
        }
        double[] next = new double[count];
        int offset = offsets[frames];
        for (int j = 0; j < count; j++) {
            double best = begun ? unvoiced + logSwitch + hover + walk(bin[j]) : LOG_TINY;
            short from = UNVOICED;
            for (int c = 0; c < alive; c++) {
                int distance = Math.abs(bin[j] - places[c]);
                double score = scores[c]
                        + logStay
                        + (distance <= reach ? logTriangle[distance] - logRow[places[c]] : LOG_TINY);
                if (score > best) {
                    best = score;
                    from = (short) c;
                }
            }
            next[j] = best + logOf(probability[j]);
            back[offset + j] = from;
            frequencies[offset + j] = candidates[j];
        }
        scores = next;
        places = Arrays.copyOf(bin, count);
        alive = count;
        unvoiced = nextUnvoiced;
        leftAt = nextLeftAt;
        leftFor = nextLeftFor;
        begun = true;
        guesses[frames] = likeliest < 0 ? 0 : candidates[likeliest];
        voicedProbabilities[frames] = (float) voiced;
        offsets[frames + 1] = offset + count;
        frames++;
    }

    /** What a walk from where the voice was left to a bin costs beyond standing still. */
    private double walk(int bin) {
        if (leftAt == NOWHERE) {
            return 0;
        }
        int steps = leftFor + 1;
        double stride = (double) Math.abs(bin - leftAt) / steps;
        return stride < reach + 1 ? steps * Math.log1p(-stride / (reach + 1)) : LOG_TINY;
    }

    /** The whole track, once all frames are in. */
    PitchTrack track(double hopSeconds) {
        float[] frequency = Arrays.copyOf(guesses, frames);
        boolean[] voiced = new boolean[frames];
        int state = UNVOICED;
        double best = unvoiced;
        for (int c = 0; c < alive; c++) {
            if (scores[c] > best) {
                best = scores[c];
                state = c;
            }
        }
        for (int t = frames - 1; t >= 0; t--) {
            if (state == UNVOICED) {
                state = unvoicedBack[t];
            } else {
                int at = offsets[t] + state;
                frequency[t] = frequencies[at];
                voiced[t] = true;
                state = back[at];
            }
        }
        return new PitchTrack(frequency, voiced, Arrays.copyOf(voicedProbabilities, frames), hopSeconds);
    }

    private void grow(int count) {
        if (frames + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * frames + 2);
            unvoicedBack = Arrays.copyOf(unvoicedBack, 2 * frames + 2);
            guesses = Arrays.copyOf(guesses, 2 * frames + 2);
            voicedProbabilities = Arrays.copyOf(voicedProbabilities, 2 * frames + 2);
        }
        int needed = offsets[frames] + count;
        if (needed > back.length) {
            back = Arrays.copyOf(back, 2 * needed);
            frequencies = Arrays.copyOf(frequencies, 2 * needed);
        }
    }

    private static double logOf(double probability) {
        return probability > Double.MIN_NORMAL ? Math.log(probability) : LOG_TINY;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
