package org.hathor.audio.feature;

import java.util.Locale;
import org.hathor.audio.Pcm;
import org.hathor.audio.loudness.Loudness;
import org.hathor.audio.loudness.LoudnessMeter;
import org.hathor.audio.rhythm.Rhythm;
import org.hathor.audio.rhythm.RhythmAnalyser;
import org.hathor.audio.spectrum.SpectralFeatures;
import org.hathor.audio.tonality.Key;
import org.hathor.audio.tonality.KeyEstimator;
import org.hathor.audio.tonality.Mode;
import org.hathor.audio.tonality.PitchClasses;

/**
 * Measures the whole set of features of one track. Loudness is measured on the file's own channels and rate; everything
 * else on their mean at 22,050 Hz, from one short-time Fourier transform where librosa's definitions allow.
 *
 * <table>
 *   <caption>Definitions</caption>
 *   <tr><th>features</th><th>defined by</th></tr>
 *   <tr><td>integratedLoudness, loudnessRange, truePeak</td><td>{@link LoudnessMeter}: ITU-R BS.1770-4, EBU R 128</td></tr>
 *   <tr><td>tempo, tempoConfidence, tempoAlternative, beats, onsetRate</td><td>{@link RhythmAnalyser}</td></tr>
 *   <tr><td>key, mode, keyConfidence</td><td>{@link KeyEstimator}</td></tr>
 *   <tr><td>mfcc, chroma, spectral*, zeroCrossingRate, rms, onsetStrength</td>
 *     <td>{@link SpectralFeatures}: librosa's parameters and defaults</td></tr>
 *   <tr><td>pitchMedian, pitchRange, voicedShare</td><td>{@link PitchSummary}: YIN</td></tr>
 *   <tr><td>danceability</td><td>{@link Danceability}: detrended fluctuation analysis</td></tr>
 *   <tr><td>energy, acousticness, valence, arousal</td><td>{@link Perception}: stated maps of the above</td></tr>
 *   <tr><td>waveformPeaks</td><td>{@link WaveformOutline}</td></tr>
 * </table>
 *
 * <p>Keeps models in memory and no state: one extractor may serve several threads.
 */
public final class FeatureExtractor {
    /** Changes whenever the same samples would give other numbers. */
    public static final String VERSION = "3";

    /** What everything but loudness is measured at, in hertz. */
    public static final int SAMPLE_RATE = 22_050;

    private static final int LOUDNESS_RATE_MIN = 8_000;

    private final RhythmAnalyser rhythmAnalyser = new RhythmAnalyser();
    private final KeyEstimator keyEstimator = new KeyEstimator();

    /**
     * All features of a track.
     *
     * @param pcm as decoded, best at its own rate and with its own channels (one or two)
     * @throws IllegalArgumentException when there are no samples, or one is not finite
     */
    public TrackFeatures extract(Pcm pcm) {
        if (pcm.length() == 0) {
            throw new IllegalArgumentException("pcm has no samples");
        }
        float[] y = new Resampler(pcm.sampleRate(), SAMPLE_RATE).apply(pcm.toMono());
        SpectralFeatures spectral = SpectralFeatures.of(y, SAMPLE_RATE);
        Loudness loudness =
                LoudnessMeter.measure(pcm.sampleRate() < LOUDNESS_RATE_MIN ? Pcm.mono(y, SAMPLE_RATE) : pcm);
        PitchClasses pitchClasses = PitchClasses.of(y, SAMPLE_RATE);
        Rhythm rhythm = rhythmAnalyser.analyse(y, SAMPLE_RATE, pitchClasses);
        Key key = keyEstimator.estimate(pitchClasses);
        PitchSummary pitch = PitchSummary.of(y, SAMPLE_RATE);
        SpectralSummary spectrum = SpectralSummary.of(spectral);
        double onsetRate = rhythm.onsets().rate(pcm.seconds());
        Perception perception = perception(spectrum, loudness, rhythm, key, onsetRate);
        return new TrackFeatures(
                VERSION,
                pcm.seconds(),
                pcm.sampleRate(),
                pcm.channels().length,
                loudness.integratedLufs(),
                loudness.rangeLu(),
                loudness.truePeakDbtp(),
                rhythm.tempo().bpm(),
                rhythm.tempo().confidence(),
                rhythm.tempo().alternativeBpm(),
                rhythm.beats().seconds(),
                onsetRate,
                key.tonic(),
                key.mode().name().toUpperCase(Locale.ROOT),
                key.confidence(),
                perception.energy(),
                Danceability.of(y, SAMPLE_RATE),
                perception.acousticness(),
                perception.valence(),
                perception.arousal(),
                spectrum.mfcc().means(),
                spectrum.mfcc().deviations(),
                spectrum.chroma().means(),
                spectrum.centroid().mean(),
                spectrum.centroid().deviation(),
                spectrum.bandwidth().mean(),
                spectrum.bandwidth().deviation(),
                spectrum.rolloff().mean(),
                spectrum.rolloff().deviation(),
                spectrum.flatness().mean(),
                spectrum.flatness().deviation(),
                spectrum.contrast().means(),
                spectrum.contrast().deviations(),
                spectrum.zeroCrossingRate().mean(),
                spectrum.zeroCrossingRate().deviation(),
                spectrum.rms().mean(),
                spectrum.rms().deviation(),
                spectrum.onsetStrength().mean(),
                spectrum.onsetStrength().deviation(),
                pitch.median(),
                pitch.range(),
                pitch.voicedShare(),
                WaveformOutline.of(y));
    }

    private static Perception perception(
            SpectralSummary spectrum, Loudness loudness, Rhythm rhythm, Key key, double onsetRate) {
        if (spectrum.sounding() == 0) {
            return Perception.SILENCE;
        }
        return Perception.of(new Perception.Cues(
                loudness.integratedLufs(),
                loudness.rangeLu(),
                onsetRate,
                spectrum.soundingCentroid(),
                spectrum.soundingRolloff(),
                spectrum.soundingFlatness(),
                rhythm.tempo().bpm(),
                rhythm.tempo().confidence(),
                key.mode() == Mode.MAJOR ? key.confidence() : -key.confidence()));
    }
}
