package org.hathor.listening.analyse;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hathor.audio.feature.TrackFeatures;
import org.hathor.audio.pitch.PitchTrack;
import org.hathor.mood.MoodScores;

/**
 * Everything that is told of one recording.
 *
 * @param name the file's name
 * @param format how it is coded, for a person
 * @param features the row
 * @param melDecibels {@code [frames][128]}, 0 for the loudest
 * @param chroma {@code [frames][12]}, C first
 * @param onsetStrength a value a frame
 * @param tempogram {@code [frames][lags]}, lags in frames
 * @param frameRate frames a second of the four above
 * @param pitch the melody's pitch
 * @param loudness short-term loudness in LUFS, evenly spaced over the recording
 * @param moods how likely each mood is, where a network is there to tell
 * @param moodNote why there are no moods; empty where there are
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn, never compared.
record Analysis(
        String name,
        String format,
        TrackFeatures features,
        float[][] melDecibels,
        float[][] chroma,
        float[] onsetStrength,
        float[][] tempogram,
        double frameRate,
        PitchTrack pitch,
        double[] loudness,
        Optional<MoodScores> moods,
        String moodNote) {
    private static final List<String> TONICS = List.of("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B");

    /** A pitch class as musicians write it. */
    static String tonic(int pitchClass) {
        return TONICS.get(pitchClass);
    }

    /** The key as musicians write it; a dash where none is heard. */
    String key() {
        return features.keyConfidence() > 0
                ? tonic(features.key()) + (features.mode().equals("MAJOR") ? " major" : " minor")
                : "–";
    }

    /** The tempo with its unit; a dash where there is no pulse. */
    String tempo() {
        return features.tempo() > 0 ? "%.1f BPM".formatted(features.tempo()) : "–";
    }

    /** The length as minutes and seconds. */
    String length() {
        int tenths = (int) Math.round(features.seconds() * 10);
        return "%d:%02d.%d".formatted(tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    /** Lowest and highest clear pitch, nine tenths of the time; a dash where none is clear. */
    String pitchSpan() {
        float[] f0 = pitch.f0();
        double[] clear = IntStream.range(0, f0.length)
                .mapToDouble(i -> f0[i])
                .filter(hertz -> hertz > 0)
                .sorted()
                .toArray();
        return clear.length == 0
                ? "–"
                : note(clear[(int) (0.05 * (clear.length - 1))]) + "–" + note(clear[(int) (0.95 * (clear.length - 1))]);
    }

    /** The nearest note of a frequency, with its octave. */
    static String note(double hertz) {
        int midi = (int) Math.round(69 + 12 * Math.log(hertz / 440) / Math.log(2));
        return tonic(Math.floorMod(midi, 12)) + (Math.floorDiv(midi, 12) - 1);
    }
}
