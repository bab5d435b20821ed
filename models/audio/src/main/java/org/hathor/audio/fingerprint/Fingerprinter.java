package org.hathor.audio.fingerprint;

import org.hathor.audio.Pcm;

/**
 * Makes fingerprints of tracks to be kept, and queries of what is asked once. Not for two threads.
 *
 * <p>The two are not treated alike: noise hides some of a track's peaks and adds others, so a query keeps twice as
 * many, among which those of the track are likelier to be.
 */
public final class Fingerprinter {
    private static final int SAMPLE_RATE_MIN = 8_000;

    private final Spectrogram spectrogram = new Spectrogram();
    private final PeakFinder trackPeaks = new PeakFinder(6, 10, 30);
    private final PeakFinder queryPeaks = new PeakFinder(4, 7, 60);

    /** The fingerprint of a recording, all channels taken together. */
    public Fingerprint track(Pcm pcm) {
        return track(pcm.toMono(), pcm.sampleRate());
    }

    /**
     * The fingerprint of one channel.
     *
     * @param samples in [-1, 1]; any length, though less than 0.2 s has neither peaks nor texture
     * @param sampleRate in hertz, at least 8,000; from 11,025 up the whole band is there
     */
    public Fingerprint track(float[] samples, int sampleRate) {
        float[] band = band(samples, sampleRate);
        float[][] power = spectrogram.power(band);
        return new Fingerprint(
                trackPeaks.peaks(power, frames(band)),
                Texture.of(Bands.of(power, 1).rises()));
    }

    /**
     * A query, all channels taken together.
     *
     * @param pcm 5 s or more, to be found in noise
     */
    public Query query(Pcm pcm) {
        return query(pcm.toMono(), pcm.sampleRate());
    }

    /**
     * A query of one channel.
     *
     * @param samples in [-1, 1]; 5 s or more, to be found in noise
     * @param sampleRate in hertz, at least 8,000; from 11,025 up the whole band is there
     */
    public Query query(float[] samples, int sampleRate) {
        float[] band = band(samples, sampleRate);
        float[][] power = spectrogram.power(band);
        return new Query(queryPeaks.peaks(power, frames(band)), power);
    }

    private static float[] band(float[] samples, int sampleRate) {
        if (sampleRate < SAMPLE_RATE_MIN) {
            throw new IllegalArgumentException(
                    "sampleRate must be at least %d, not %d".formatted(SAMPLE_RATE_MIN, sampleRate));
        }
        return BandSignal.of(samples, sampleRate);
    }

    private static int frames(float[] band) {
        return band.length / Spectrogram.HOP_LENGTH;
    }
}
