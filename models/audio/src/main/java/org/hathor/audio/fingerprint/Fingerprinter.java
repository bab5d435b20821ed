package org.hathor.audio.fingerprint;

import org.hathor.audio.Pcm;

/**
 * Makes fingerprints.
 *
 * <p>A track that is kept and a query that is asked once are not treated alike: noise hides some of a track's peaks and
 * adds others, so a query keeps twice as many, among which those of the track are likelier to be. Not for two threads.
 */
public final class Fingerprinter {
    private static final int SAMPLE_RATE_MIN = 8_000;

    private final PeakFinder finder;

    private Fingerprinter(PeakFinder finder) {
        this.finder = finder;
    }

    /** For tracks to be indexed. */
    public static Fingerprinter forTracks() {
        return new Fingerprinter(new PeakFinder(6, 10, 30));
    }

    /** For queries, which may be noisy. */
    public static Fingerprinter forQueries() {
        return new Fingerprinter(new PeakFinder(4, 7, 60));
    }

    /** The fingerprint of a recording, all channels taken together. */
    public Fingerprint fingerprint(Pcm pcm) {
        return fingerprint(pcm.toMono(), pcm.sampleRate());
    }

    /**
     * The fingerprint of one channel.
     *
     * @param samples in [-1, 1]; any length, though less than 0.2 s has no peaks
     * @param sampleRate in hertz, at least 8,000; from 11,025 up the whole band is there
     */
    public Fingerprint fingerprint(float[] samples, int sampleRate) {
        if (sampleRate < SAMPLE_RATE_MIN) {
            throw new IllegalArgumentException(
                    "sampleRate must be at least %d, not %d".formatted(SAMPLE_RATE_MIN, sampleRate));
        }
        return finder.peaks(BandSignal.of(samples, sampleRate));
    }
}
