package org.hathor.listening.analyse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hathor.audio.Pcm;
import org.hathor.audio.feature.FeatureExtractor;
import org.hathor.audio.feature.TrackFeatures;
import org.hathor.audio.pitch.PitchSettings;
import org.hathor.audio.pitch.ProbabilisticYin;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.rhythm.Tempogram;
import org.hathor.audio.spectrum.SpectralFeatures;
import org.hathor.mood.MoodModel;
import org.hathor.mood.MoodScores;

/** Reads a file and measures everything that the sheet shows. */
final class Analyser {
    private final AudioReader reader;
    private final FeatureExtractor extractor = new FeatureExtractor();
    private final Optional<MoodModel> moodModel;
    private final String moodNote;

    /**
     * An analyser.
     *
     * @param moodModel what tells moods, where there is something
     * @param moodNote what is said where there is not
     */
    Analyser(AudioReader reader, Optional<MoodModel> moodModel, String moodNote) {
        this.reader = reader;
        this.moodModel = moodModel;
        this.moodNote = moodNote;
    }

    /** What a table holds of a file: its features, and its moods where they can be told. */
    record Row(TrackFeatures features, Optional<MoodScores> moods) {}

    /**
     * The row alone.
     *
     * @throws org.hathor.audio.reading.UnreadableAudioException when the file is none that can be used
     */
    Row row(Path file) {
        return new Row(extractor.extract(reader.read(file, AudioFormat.asRecorded())), moods(monoOf(file)));
    }

    /**
     * Everything that the sheet shows.
     *
     * @throws org.hathor.audio.reading.UnreadableAudioException when the file is none that can be used
     */
    Analysis analyse(Path file) {
        Pcm recorded = reader.read(file, AudioFormat.asRecorded());
        TrackFeatures features = extractor.extract(recorded);
        double[] loudness = LoudnessCurve.of(recorded);
        Pcm mono = monoOf(file);
        float[] y = mono.toMono();
        SpectralFeatures spectral = SpectralFeatures.of(y, mono.sampleRate());
        float[] onsetStrength = spectral.onsetStrength();
        return new Analysis(
                file.getFileName().toString(),
                format(file, recorded),
                features,
                spectral.melDecibels(),
                spectral.chroma(),
                onsetStrength,
                new Tempogram().of(onsetStrength),
                spectral.frameRate(),
                new ProbabilisticYin(PitchSettings.voice(mono.sampleRate())).track(y),
                loudness,
                moods(mono),
                moodNote);
    }

    private Pcm monoOf(Path file) {
        return reader.read(file, AudioFormat.mono(FeatureExtractor.SAMPLE_RATE));
    }

    private Optional<MoodScores> moods(Pcm mono) {
        return moodModel.map(model -> model.predict(mono));
    }

    private static String format(Path file, Pcm pcm) {
        String name = file.getFileName().toString();
        String extension =
                name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT) + ", " : "";
        String channels = pcm.channels().length == 1 ? "mono" : "stereo";
        try {
            return String.format(
                    Locale.ROOT,
                    "%s%s kHz, %s, %.0f kbit/s",
                    extension,
                    BigDecimal.valueOf(pcm.sampleRate(), 3).stripTrailingZeros().toPlainString(),
                    channels,
                    Files.size(file) * 8 / pcm.seconds() / 1000);
        } catch (IOException e) {
            throw new UncheckedIOException("the size of " + file + " cannot be read", e);
        }
    }
}
