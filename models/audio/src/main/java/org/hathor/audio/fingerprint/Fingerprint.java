package org.hathor.audio.fingerprint;

/**
 * What a recording is known again by: its constellation of peaks, which tells where to look, and its texture, which
 * decides. Level plays no part in either.
 */
public final class Fingerprint {
    /** Of the fingerprint's making and of its bytes: with another version nothing can be compared. */
    public static final int VERSION = 3;

    /** Frames a second. */
    static final double FRAMES_PER_SECOND = (double) BandSignal.SAMPLE_RATE / Spectrogram.HOP_LENGTH;

    private final Constellation constellation;
    private final Texture texture;

    Fingerprint(Constellation constellation, Texture texture) {
        this.constellation = constellation;
        this.texture = texture;
    }

    /** How many peaks there are; 0 for silence. */
    public int peaks() {
        return constellation.peaks();
    }

    /** Length of the recording in seconds. */
    public double seconds() {
        return constellation.length() / FRAMES_PER_SECOND;
    }

    /** As bytes, to be kept: magic, version, peaks, texture, checksum. */
    public byte[] toBytes() {
        return FingerprintCodec.encode(this);
    }

    /**
     * From bytes that were kept.
     *
     * @throws FingerprintFormatException when they are damaged, of another version, or no fingerprint
     */
    public static Fingerprint ofBytes(byte[] bytes) {
        return FingerprintCodec.decode(bytes);
    }

    /** Frames of the recording. */
    int length() {
        return constellation.length();
    }

    Constellation constellation() {
        return constellation;
    }

    Texture texture() {
        return texture;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && constellation.equals(that.constellation)
                && texture.equals(that.texture);
    }

    @Override
    public int hashCode() {
        return 31 * constellation.hashCode() + texture.hashCode();
    }

    @Override
    public String toString() {
        return "Fingerprint[%d peaks, %.1f s]".formatted(peaks(), seconds());
    }
}
