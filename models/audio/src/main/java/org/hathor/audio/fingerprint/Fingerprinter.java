package org.hathor.audio.fingerprint;

import org.hathor.audio.Pcm;

/**
 * Makes fingerprints.
 *
 * <p>A track that is kept and a query that is asked once are not treated alike: noise hides some of a track's peaks and
 * adds others, so a query keeps several times as many, among which those of the track are likelier to be.
 */
public final class Fingerprinter {
    private final PeakFinder finder;

    private Fingerprinter(PeakFinder finder) {
        this.finder = finder;
    }

    /** For tracks to be indexed. */
    public static Fingerprinter forTracks() {
        return new Fingerprinter(new PeakFinder(Integer.getInteger("tf", 6), Integer.getInteger("tb", 6), Integer.getInteger("tk", 30)));
    }

    /** For queries, which may be noisy. */
    public static Fingerprinter forQueries() {
        return new Fingerprinter(new PeakFinder(Integer.getInteger("qf", 4), Integer.getInteger("qb", 4), Integer.getInteger("qk", 60)));
    }

    /** The fingerprint of a recording, all channels taken together. */
    public Fingerprint fingerprint(Pcm pcm) {
        return fingerprint(pcm.toMono(), pcm.sampleRate());
    }

    /**
     * The fingerprint of one channel.
     *
     * @param samples in [-1, 1]; any length
     * @param sampleRate in hertz; from 8,000 up, the whole band is there from 11,025 up
     */
    public Fingerprint fingerprint(float[] samples, int sampleRate) {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("sampleRate must be positive, not " + sampleRate);
        }
        return finder.peaks(BandSignal.of(samples, sampleRate));
    }
}
