package org.hathor.audio.pitch;

/**
 * Probabilistic YIN: every trough of the difference function is a candidate, weighed by all thresholds at once, and a
 * hidden Markov model finds the path of pitch and voicing (Mauch and Dixon, "pYIN: a fundamental frequency estimator
 * using probabilistic threshold distributions", ICASSP 2014). Not for two threads.
 *
 * <p>Given {@link PitchSettings#librosa}, it agrees with librosa's {@code pyin}, but a frequency is the parabola's and
 * not rounded to a bin.
 */
public final class ProbabilisticYin {
    private final PitchSettings settings;
    private final DifferenceFunction difference;
    private final ThresholdPrior prior;
    private final int bins;
    private final double binsPerOctave;

    private final float[] heights;
    private final int[] lags;
    private final double[] weights;
    private final float[] candidates;
    private final int[] places;
    private final double[] probabilities;

    public ProbabilisticYin(PitchSettings settings) {
        this.settings = settings;
        this.difference = new DifferenceFunction(settings);
        this.prior = new ThresholdPrior(settings);
        this.bins = PitchDecoder.bins(settings);
        this.binsPerOctave = 12.0 * PitchDecoder.binsPerSemitone(settings);
        int most = (settings.maxPeriod() - settings.minPeriod()) / 2 + 2;
        this.heights = new float[most];
        this.lags = new int[most];
        this.weights = new double[most];
        this.candidates = new float[most];
        this.places = new int[most];
        this.probabilities = new double[most];
    }

    /** Pitch of a mono signal, samples in [−1, 1]. */
    public PitchTrack track(float[] signal) {
        difference.restart();
        PitchDecoder decoder = new PitchDecoder(settings);
        int frames = settings.frames(signal.length);
        for (int frame = 0; frame < frames; frame++) {
            float[] values = difference.of(signal, settings.start(frame));
            decoder.add(candidates, places, probabilities, candidates(values));
        }
        return decoder.track((double) settings.hopLength() / settings.sampleRate());
    }

    private int candidates(float[] values) {
        int troughs = 0;
        for (int i = 0; i < values.length; i++) {
            if (Trough.at(values, i)) {
                lags[troughs] = i;
                heights[troughs++] = values[i];
            }
        }
        prior.probabilities(heights, troughs, weights);
        int count = 0;
        for (int i = 0; i < troughs; i++) {
            if (weights[i] <= 0) {
                continue;
            }
            double period = settings.minPeriod() + lags[i] + Trough.offset(values, lags[i]);
            double frequency = settings.sampleRate() / period;
            long place = Math.round(binsPerOctave * Math.log(frequency / settings.fmin()) / Math.log(2));
            if (place >= bins) {
                continue;
            }
            // Two troughs in one bin: the longer period stands, as in librosa.
            int bin = (int) Math.max(0, place);
            if (count > 0 && places[count - 1] == bin) {
                count--;
            }
            candidates[count] = (float) frequency;
            places[count] = bin;
            probabilities[count++] = weights[i];
        }
        return count;
    }
}
