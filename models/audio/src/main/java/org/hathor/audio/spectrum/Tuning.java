package org.hathor.audio.spectrum;

/**
 * How far a recording is tuned from A = 440 Hz, in parts of a semitone, in [−0.5, 0.5).
 *
 * <p>The spectrum's peaks between 150 Hz and 4 kHz, placed between bins by a parabola, vote for the hundredth of a
 * semitone they lie off the scale; only the louder half of them votes. As librosa's {@code estimate_tuning}, given a
 * power spectrogram as {@code chroma_stft} gives it. Source of the interpolation: J. O. Smith, "Sinusoidal Peak
 * Interpolation".
 */
public final class Tuning {
    private Tuning() {}

    /** The tuning; 0 where no peak is found. */
    public static double estimate(Spectrogram spectrogram) {
        PeakVotes votes = new PeakVotes(spectrogram.settings(), spectrogram.sampleRate());
        spectrogram.power().hand(votes);
        return votes.tuning();
    }
}
