package org.hathor.batch.audio;

import java.io.Serializable;
import java.util.List;

/**
 * What a job learns from the sound of one track: a row of columns. Sent to tasks, so it holds only what can be
 * serialised, and opens what it needs when it first analyses.
 */
public interface Analysis extends Serializable {
    /** The job's name: refusals are kept under it. */
    String job();

    /** The table its rows go to. */
    String tableName();

    /** The columns it fills, beside those that every such table has. */
    List<AnalysisColumn> columns();

    /** Changes whenever the same sound would give another row; rows of another version are made again. */
    String version();

    /**
     * Analyses one track.
     *
     * @return a value for each of {@link #columns()}
     * @throws RefusedException when this object cannot be analysed, and why
     */
    List<Object> analyse(AudioObject object) throws RefusedException, InterruptedException;
}
