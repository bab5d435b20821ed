package org.hathor.batch.mood;

import java.util.List;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.batch.audio.Analysis;
import org.hathor.batch.audio.AnalysisColumn;
import org.hathor.batch.audio.AudioObject;
import org.hathor.batch.audio.Decoder;
import org.hathor.batch.audio.RefusedException;
import org.hathor.mood.LogMelFrontEnd;

/** What the mood network hears of a track: its log-mel spectrogram, a byte a value. Kept of labelled music only. */
record LogMelAnalysis() implements Analysis {
    static final String TABLE = "mood_log_mels";

    @Override
    public String job() {
        return "train-mood";
    }

    @Override
    public String tableName() {
        return TABLE;
    }

    @Override
    public List<AnalysisColumn> columns() {
        return List.of(new AnalysisColumn(
                "log_mel",
                AnalysisColumn.Kind.BYTES,
                "Log-mel spectrogram, time first, 256 bytes a frame, each twice the decibels above -80."));
    }

    @Override
    public String version() {
        return LogMelFrontEnd.VERSION;
    }

    @Override
    public List<Object> analyse(AudioObject object) throws RefusedException {
        return List.of(LogMelFrontEnd.logMel(Decoder.decode(object, AudioFormat.mono(LogMelFrontEnd.SAMPLE_RATE)))
                .levels());
    }
}
