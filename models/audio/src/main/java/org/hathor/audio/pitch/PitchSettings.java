package org.hathor.audio.pitch;

/**
 * Parameters of {@link Yin} and {@link ProbabilisticYin}, named as in librosa. Frames are centred on multiples of the
 * hop, with silence beyond both ends.
 *
 * @param sampleRate of the signal, in hertz
 * @param fmin lowest frequency looked for, in hertz
 * @param fmax highest, in hertz; at most half the sample rate
 * @param frameLength samples seen at once, even; the longest period is what is left of it beside {@code winLength}
 * @param winLength samples compared with themselves a period later
 * @param hopLength samples from frame to frame
 * @param alignment sample of a frame that lies on a multiple of the hop; librosa's is the middle of the frame
 * @param troughThreshold YIN's absolute threshold on the normalised difference, above 0 (YIN only)
 * @param thresholdCount how many thresholds stand for all (probabilistic only, as all that follow)
 * @param betaA first parameter of the beta distribution of thresholds, at least 1
 * @param betaB second parameter, at least 1; the mean threshold is a / (a + b)
 * @param boltzmannParameter how strongly, among troughs below a threshold, shorter periods are preferred; positive
 * @param resolution width of a pitch bin in semitones, in (0, 1)
 * @param maxTransitionRate fastest change of pitch, in octaves a second
 * @param switchProb probability that a voice begins or ends from one frame to the next, in (0, 1)
 * @param noTroughProb weight of the deepest trough where none lies below the threshold, in [0, 1)
 */
public record PitchSettings(
        int sampleRate,
        double fmin,
        double fmax,
        int frameLength,
        int winLength,
        int hopLength,
        int alignment,
        double troughThreshold,
        int thresholdCount,
        double betaA,
        double betaB,
        double boltzmannParameter,
        double resolution,
        double maxTransitionRate,
        double switchProb,
        double noTroughProb) {
    public PitchSettings {
        require(sampleRate > 0, "sampleRate", sampleRate, "be positive");
        require(fmin > 0 && fmin < fmax, "fmin", fmin, "lie between 0 and fmax");
        require(fmax <= sampleRate / 2.0, "fmax", fmax, "be at most half the sample rate");
        require(frameLength > 0 && frameLength % 2 == 0, "frameLength", frameLength, "be positive and even");
        require(winLength > 0, "winLength", winLength, "be positive");
        require(
                frameLength - winLength - 1 > Math.floor(sampleRate / fmax),
                "winLength",
                winLength,
                "leave more of the frame than the shortest period");
        require(hopLength > 0, "hopLength", hopLength, "be positive");
        require(alignment >= 0 && alignment < frameLength, "alignment", alignment, "lie in the frame");
        require(troughThreshold > 0, "troughThreshold", troughThreshold, "be positive");
        require(thresholdCount > 0, "thresholdCount", thresholdCount, "be positive");
        require(betaA >= 1 && betaB >= 1, "betaA and betaB", Math.min(betaA, betaB), "be at least 1");
        require(boltzmannParameter > 0, "boltzmannParameter", boltzmannParameter, "be positive");
        require(resolution > 0 && resolution < 1, "resolution", resolution, "lie in (0, 1)");
        require(maxTransitionRate > 0, "maxTransitionRate", maxTransitionRate, "be positive");
        require(switchProb > 0 && switchProb < 1, "switchProb", switchProb, "lie in (0, 1)");
        require(noTroughProb >= 0 && noTroughProb < 1, "noTroughProb", noTroughProb, "lie in [0, 1)");
    }

    /** librosa's defaults between two frequencies: frames of 2048 samples with a hop of 512, whatever the rate. */
    public static PitchSettings librosa(int sampleRate, double fmin, double fmax) {
        return new PitchSettings(
                sampleRate, fmin, fmax, 2048, 1024, 512, 1024, 0.1, 100, 2, 18, 2, 0.1, 35.92, 0.01, 0.01);
    }

    /**
     * Our own defaults for a singing or speaking voice, C2 to C7, at any rate of 8 kHz or more. They are librosa's but
     * for three: window and hop last as long as librosa's at 22,050 Hz; a frame is dated by the middle of what is
     * compared in it (half the window and half a period of 220 Hz), where librosa dates it by the middle of a frame
     * twice as long and so tells it 20 ms off; and the deepest trough counts ten times less where none lies below the
     * threshold, which more than halves the false voices and costs no pitch.
     */
    public static PitchSettings voice(int sampleRate) {
        int hop = (int) Math.round(sampleRate * 512 / 22_050.0);
        int win = 2 * hop;
        int centre = win / 2 + sampleRate / 440;
        return new PitchSettings(
                sampleRate, 65.406, 2093.005, 2 * win, win, hop, centre, 0.1, 100, 2, 18, 2, 0.1, 35.92, 0.01, 0.001);
    }

    /** Other frames, dated by their middle as in librosa. */
    public PitchSettings withFrames(int frame, int win, int hop) {
        return withFrames(frame, win, hop, frame / 2);
    }

    /** Other frames and how they are dated. */
    public PitchSettings withFrames(int frame, int win, int hop, int aligned) {
        return new PitchSettings(
                sampleRate,
                fmin,
                fmax,
                frame,
                win,
                hop,
                aligned,
                troughThreshold,
                thresholdCount,
                betaA,
                betaB,
                boltzmannParameter,
                resolution,
                maxTransitionRate,
                switchProb,
                noTroughProb);
    }

    /** Samples in the shortest period looked for. */
    int minPeriod() {
        return (int) Math.floor(sampleRate / fmax);
    }

    /** Samples in the longest. */
    int maxPeriod() {
        return Math.min((int) Math.ceil(sampleRate / fmin), frameLength - winLength - 1);
    }

    /** Where a frame begins in the signal; before it, or after it, there is silence. */
    int start(int frame) {
        return frame * hopLength - alignment;
    }

    /** Frames of a signal, one for each hop begun. */
    int frames(int samples) {
        return 1 + samples / hopLength;
    }

    private static void require(boolean holds, String name, double value, String demand) {
        if (!holds) {
            throw new IllegalArgumentException("%s must %s, not %s".formatted(name, demand, value));
        }
    }
}
