package org.hathor.listening.bench;

import java.nio.file.Path;
import java.util.Optional;
import org.hathor.audio.fingerprint.Match;

/** Answers of an index, counted; several threads may count. */
final class FingerprintTally {
    /** With none wrong, the share that is exceeded with a chance of 5 % only: three in the number asked. */
    private static final double RULE_OF_THREE = 3;

    private int pieces;
    private int piecesFound;
    private int recordings;
    private int recordingsFound;
    private int strangers;
    private int wrong;

    /**
     * Counts an answer.
     *
     * @param trackId the right one, or {@link Question#NOT_THERE}
     * @return whether it is a wrong one; none is not wrong
     */
    synchronized boolean count(String trackId, Optional<Match> answer) {
        boolean right = answer.isPresent() && sameRecording(answer.get().trackId(), trackId);
        if (trackId.equals(Question.NOT_THERE)) {
            strangers++;
        } else if (trackId.startsWith("/")) {
            recordings++;
            recordingsFound += right ? 1 : 0;
        } else {
            pieces++;
            piecesFound += right ? 1 : 0;
        }
        boolean mistaken = answer.isPresent() && !right;
        wrong += mistaken ? 1 : 0;
        return mistaken;
    }

    synchronized void add(FingerprintTally other) {
        pieces += other.pieces;
        piecesFound += other.piecesFound;
        recordings += other.recordings;
        recordingsFound += other.recordingsFound;
        strangers += other.strangers;
        wrong += other.wrong;
    }

    /** Copies of one recording differ in quality (.hq) or lie in one folder as song and instrumental. */
    private static boolean sameRecording(String one, String other) {
        return one.equals(other) || !other.isEmpty() && recording(one).equals(recording(other));
    }

    private static String recording(String id) {
        Path file = Path.of(id);
        String name = file.getFileName().toString();
        return file.getParent() + "/"
                + (name.matches("(audio|instrumental)\\..*")
                        ? ""
                        : name.substring(0, Math.max(1, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'))));
    }

    double found() {
        return (double) (piecesFound + recordingsFound) / Math.max(1, pieces + recordings);
    }

    double wrong() {
        return (double) wrong / Math.max(1, pieces + recordings + strangers);
    }

    String note() {
        return "%d of %d pieces, %d of %d from recordings, %d wrong"
                .formatted(piecesFound, pieces, recordingsFound, recordings, wrong);
    }

    String wrongNote() {
        int asked = pieces + recordings + strangers;
        return "%d of %d queries, of which %d are not in the index%s"
                .formatted(
                        wrong,
                        asked,
                        strangers,
                        wrong == 0 ? "; at most %.1e with 95 %% confidence".formatted(RULE_OF_THREE / asked) : "");
    }
}
