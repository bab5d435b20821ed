package org.hathor.audio.fingerprint;

/**
 * A few seconds of sound to be asked for, as a microphone heard them: more peaks than a {@link Fingerprint} keeps,
 * since noise hides some and adds others, and the whole spectrogram, since its texture depends on the speed it is
 * supposed to be played at. 190 kB a second: nothing to be kept.
 */
public final class Query {
    private final Constellation constellation;
    private final float[][] power;

    Query(Constellation constellation, float[][] power) {
        this.constellation = constellation;
        this.power = power;
    }

    /** How many peaks there are; 0 for silence. */
    public int peaks() {
        return constellation.peaks();
    }

    /** Length in seconds. */
    public double seconds() {
        return constellation.length() / Fingerprint.FRAMES_PER_SECOND;
    }

    /** Frames of the query. */
    int length() {
        return constellation.length();
    }

    Constellation constellation() {
        return constellation;
    }

    /** Its bands, were the track played so many times faster. */
    Bands bands(double speed) {
        return Bands.of(power, speed);
    }
}
