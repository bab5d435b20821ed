package org.hathor.batch.audio;

import java.util.List;
import org.hathor.audio.fingerprint.Fingerprint;
import org.hathor.audio.fingerprint.Fingerprinter;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.batch.audio.AnalysisColumn.Kind;

/** A track's fingerprint, as the index is built from it. */
public record FingerprintAnalysis() implements Analysis {
    /** The table of fingerprints. */
    public static final String TABLE = "audio_fingerprints";

    /** Enough for the band that fingerprints look at, in hertz. */
    private static final int SAMPLE_RATE = 22_050;

    @Override
    public String job() {
        return "build-fingerprints";
    }

    @Override
    public String tableName() {
        return TABLE;
    }

    @Override
    public List<AnalysisColumn> columns() {
        return List.of(
                new AnalysisColumn("seconds", Kind.DOUBLE, "Length of the recording. Unit: s."),
                new AnalysisColumn("peaks", Kind.INTEGER, "How many peaks the constellation has."),
                new AnalysisColumn(
                        "fingerprint", Kind.BYTES, "Constellation and texture, as Fingerprint.ofBytes reads them."));
    }

    @Override
    public String version() {
        return String.valueOf(Fingerprint.VERSION);
    }

    @Override
    public List<Object> analyse(AudioObject object) throws RefusedException {
        Fingerprint fingerprint = new Fingerprinter().track(Decoder.decode(object, AudioFormat.mono(SAMPLE_RATE)));
        return List.of(fingerprint.seconds(), fingerprint.peaks(), fingerprint.toBytes());
    }
}
