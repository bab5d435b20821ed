package org.hathor.mood;

import java.io.IOException;
import java.util.List;

/** A source of clips whose moods are known: a data set, or generated pieces. */
public interface LabelledClips {
    /** Its name, as the model card gives it. */
    String name();

    /** On what terms it may be used, and so what may be done with a model that learnt from it. */
    String licence();

    /**
     * All its clips, always in the same order.
     *
     * @throws IOException when the source cannot be read; the message says what a person can do
     */
    List<MoodClip> clips() throws IOException, InterruptedException;
}
