package org.hathor.batch.audio;

import java.io.Serializable;
import java.util.List;

/** What became of one object: its values, or the reason why there are none. */
sealed interface Analysed extends Serializable {
    /** Which object. */
    AudioObject object();

    /**
     * The object was analysed.
     *
     * @param values one for each of the analysis' columns, as Spark's rows take them
     */
    record Well(AudioObject object, List<Serializable> values) implements Analysed {}

    /**
     * The object was refused.
     *
     * @param reason a name in capitals
     * @param message what a person is told
     */
    record Refused(AudioObject object, String reason, String message) implements Analysed {}

    /**
     * Analyses, and makes a refusal of whatever goes wrong with the object: one bad file never fails a task. Only what
     * is wrong with the machine is thrown on.
     */
    static Analysed of(Analysis analysis, AudioObject object) {
        if (object.contentHash().isEmpty()) {
            return new Refused(object, "UNREADABLE", "the file cannot be opened");
        }
        try {
            return new Well(object, AnalysisColumn.toSpark(analysis.columns(), analysis.analyse(object)));
        } catch (RefusedException e) {
            return new Refused(object, e.reason(), e.getMessage());
        } catch (MachineException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + object.object(), e);
        } catch (RuntimeException | StackOverflowError e) {
            return new Refused(object, "ANALYSIS_FAILED", e.toString());
        }
    }
}
