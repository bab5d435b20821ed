package org.hathor.batch.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An analysis that needs no sound: it counts letters, refuses what says "bad", and breaks at what says "broken". */
record LetterCount(String version) implements Analysis {
    /** Tracks analysed in this JVM, in the order of their analysis. */
    static final Queue<String> ANALYSED = new ConcurrentLinkedQueue<>();

    @Override
    public String job() {
        return "count-letters";
    }

    @Override
    public String tableName() {
        return "letter_counts";
    }

    @Override
    public List<AnalysisColumn> columns() {
        return List.of(
                new AnalysisColumn("letters", AnalysisColumn.Kind.INTEGER, "How many."),
                new AnalysisColumn("codes", AnalysisColumn.Kind.DOUBLES, "Which."),
                new AnalysisColumn("bytes", AnalysisColumn.Kind.BYTES, "The same."),
                new AnalysisColumn("halves", AnalysisColumn.Kind.FLOATS, "Half of each."));
    }

    @Override
    public List<Object> analyse(AudioObject object) throws RefusedException {
        ANALYSED.add(object.trackId());
        String text;
        try {
            text = Files.readString(object.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (text.contains("bad")) {
            throw new RefusedException("BAD", "it says bad");
        }
        if (text.contains("broken")) {
            throw new IllegalStateException("it says broken");
        }
        float[] halves = new float[text.length()];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = text.charAt(i) / 2f;
        }
        return List.of(
                text.length(),
                text.chars().asDoubleStream().toArray(),
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                halves);
    }
}
