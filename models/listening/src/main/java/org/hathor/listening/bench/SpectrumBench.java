package org.hathor.listening.bench;

import java.util.List;

/** Our spectral features against librosa's: the same numbers, and how much sooner. */
public final class SpectrumBench implements Bench {
    @Override
    public String name() {
        return "spectrum";
    }

    @Override
    public String about() {
        return "mel, MFCC, chroma, centroid and onset strength: parity with librosa, and speed against it";
    }

    @Override
    public Table run(BenchContext context) {
        return Table.of(name(), List.of());
    }
}
