package org.hathor.audio.feature;

import java.util.Objects;

/**
 * What can be measured in one track, as one flat row. Made by {@link FeatureExtractor}, whose Javadoc has the
 * definitions and their sources; {@link Measure} on each component has meaning, unit and range. Nothing is ever NaN or
 * infinite: what a track does not have (the tempo of silence, the pitch of noise) is 0 with confidence 0.
 *
 * <p>Unless said otherwise features are measured on the mono mix at 22,050 Hz, in frames of 2,048 samples every 512,
 * with librosa's definitions; a mean or deviation (that of the population) is over all frames.
 *
 * @param version {@link FeatureExtractor#VERSION} of what measured it
 */
@SuppressWarnings("ArrayRecordComponent") // A row to be handed on, never compared.
public record TrackFeatures(
        String version,
        @Measure(value = "Length of the track.", unit = "s", from = 0) double seconds,
        @Measure(value = "Samples a second as decoded.", unit = "Hz", from = 1) int sampleRate,
        @Measure(value = "Channels as decoded.", from = 1) int channels,
        @Measure(value = "Integrated loudness after EBU R 128; -70 for silence.", unit = "LUFS", from = -70, to = 70)
                double integratedLoudness,
        @Measure(value = "Loudness range after EBU Tech 3342.", unit = "LU", from = 0, to = 100) double loudnessRange,
        @Measure(
                        value = "Highest peak between samples, fourfold oversampled; -120 for silence.",
                        unit = "dBTP",
                        from = -120,
                        to = 70)
                double truePeak,
        @Measure(value = "Beats a minute; 0 where there is no pulse.", unit = "BPM", from = 0, to = 400) double tempo,
        @Measure(value = "How sure the tempo is.", from = 0, to = 1) double tempoConfidence,
        @Measure(
                        value = "The half or double tempo that is next likely; 0 where there is no pulse.",
                        unit = "BPM",
                        from = 0,
                        to = 800)
                double tempoAlternative,
        @Measure(value = "Instants of the beats.", unit = "s", from = 0) double[] beats,
        @Measure(value = "Note onsets a second.", unit = "1/s", from = 0, to = 100) double onsetRate,
        @Measure(value = "Tonic of the key as a pitch class, C = 0.", from = 0, to = 11) int key,
        @Measure("MAJOR or MINOR.") String mode,
        @Measure(value = "How sure key and mode are.", from = 0, to = 1) double keyConfidence,
        @Measure(value = "How loud, busy and bright it is.", from = 0, to = 1) double energy,
        @Measure(value = "How regular its loudness is at the time scales of dancing.", from = 0, to = 1)
                double danceability,
        @Measure(value = "How dark, tonal and dynamic it is, as unamplified instruments are.", from = 0, to = 1)
                double acousticness,
        @Measure(value = "How positive it sounds, from mode, tempo and brightness.", from = 0, to = 1) double valence,
        @Measure(value = "How activating it sounds, from energy, tempo and onsets.", from = 0, to = 1) double arousal,
        @Measure("Means of 20 mel-frequency cepstral coefficients.") float[] mfccMean,
        @Measure(value = "Deviations of the same.", from = 0) float[] mfccDeviation,
        @Measure(value = "Means of 12 chroma bins from C, each frame's greatest being 1.", from = 0, to = 1)
                float[] chromaMean,
        @Measure(value = "Mean spectral centroid.", unit = "Hz", from = 0, to = 11_025) double spectralCentroidMean,
        @Measure(value = "Its deviation.", unit = "Hz", from = 0, to = 11_025) double spectralCentroidDeviation,
        @Measure(value = "Mean spectral bandwidth.", unit = "Hz", from = 0, to = 11_025) double spectralBandwidthMean,
        @Measure(value = "Its deviation.", unit = "Hz", from = 0, to = 11_025) double spectralBandwidthDeviation,
        @Measure(value = "Mean frequency below which 85 % of the magnitude lies.", unit = "Hz", from = 0, to = 11_025)
                double spectralRolloffMean,
        @Measure(value = "Its deviation.", unit = "Hz", from = 0, to = 11_025) double spectralRolloffDeviation,
        @Measure(value = "Mean spectral flatness: 0 for tones, 1 for white noise.", from = 0, to = 1)
                double spectralFlatnessMean,
        @Measure(value = "Its deviation.", from = 0, to = 1) double spectralFlatnessDeviation,
        @Measure(value = "Means of spectral contrast in 7 octave bands.", unit = "dB", from = 0, to = 200)
                float[] spectralContrastMean,
        @Measure(value = "Deviations of the same.", unit = "dB", from = 0, to = 200) float[] spectralContrastDeviation,
        @Measure(value = "Mean share of samples at which the sign changes.", from = 0, to = 1)
                double zeroCrossingRateMean,
        @Measure(value = "Its deviation.", from = 0, to = 1) double zeroCrossingRateDeviation,
        @Measure(value = "Mean root mean square of a frame.", from = 0) double rmsMean,
        @Measure(value = "Its deviation.", from = 0) double rmsDeviation,
        @Measure(value = "Mean onset strength.", from = 0) double onsetStrengthMean,
        @Measure(value = "Its deviation.", from = 0) double onsetStrengthDeviation,
        @Measure(value = "Median pitch of voiced frames; 0 where none is.", unit = "Hz", from = 0, to = 11_025)
                double pitchMedian,
        @Measure(value = "From the 5th to the 95th percentile of voiced pitch.", unit = "semitones", from = 0, to = 150)
                double pitchRange,
        @Measure(value = "Share of frames that have one clear pitch.", from = 0, to = 1) double voicedShare,
        @Measure(
                        value = "For drawing: lowest and highest sample in each of 1,000 equal spans, in turn.",
                        from = -1,
                        to = 1)
                float[] waveformPeaks) {
    public TrackFeatures {
        Objects.requireNonNull(version, "version is null");
        Objects.requireNonNull(beats, "beats is null");
        Objects.requireNonNull(mode, "mode is null");
        Objects.requireNonNull(mfccMean, "mfccMean is null");
        Objects.requireNonNull(mfccDeviation, "mfccDeviation is null");
        Objects.requireNonNull(chromaMean, "chromaMean is null");
        Objects.requireNonNull(spectralContrastMean, "spectralContrastMean is null");
        Objects.requireNonNull(spectralContrastDeviation, "spectralContrastDeviation is null");
        Objects.requireNonNull(waveformPeaks, "waveformPeaks is null");
    }
}
