package org.hathor.batch.audio;

import java.util.List;
import org.hathor.lake.LakeTable;

/** The lake's tables of what was heard in the music. */
public final class AudioTables {
    /** A row a track, by {@code extract-audio-features}. */
    public static final LakeTable FEATURES = AnalysisTable.definition(new FeatureAnalysis());

    /** A row a track, by {@code build-fingerprints}. */
    public static final LakeTable FINGERPRINTS = AnalysisTable.definition(new FingerprintAnalysis());

    private AudioTables() {}

    /** These, the pairs of duplicates, and what was refused. */
    public static List<LakeTable> all() {
        return List.of(FEATURES, FINGERPRINTS, Duplicates.TABLE, Quarantine.TABLE);
    }
}
