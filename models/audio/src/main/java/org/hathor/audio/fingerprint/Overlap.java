package org.hathor.audio.fingerprint;

/**
 * The frames of a track's texture that lie upon a query.
 *
 * @param offset the track's frame, of the spectrogram, at which the query begins
 * @param speed how many times faster than the track the query is played
 * @param first the first such frame of the texture; it may lie before the track's beginning
 * @param end the one after the last; it may lie beyond the track's end
 */
record Overlap(double offset, double speed, int first, int end) {
    /** With a query of so many frames of the spectrogram. */
    Overlap(double offset, double speed, int frames) {
        this(offset, speed, ceiling(offset), Math.max(ceiling(offset), 1 + floor(offset + (frames - 1) * speed)));
    }

    private static int ceiling(double frame) {
        return (int) Math.ceil(frame / Texture.STRIDE);
    }

    private static int floor(double frame) {
        return (int) Math.floor(frame / Texture.STRIDE);
    }

    /** The query's frame that a frame of the texture lies upon. */
    int heard(int frame) {
        return (int) Math.round((frame * Texture.STRIDE - offset) / speed);
    }
}
