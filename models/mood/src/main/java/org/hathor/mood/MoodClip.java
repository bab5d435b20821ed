package org.hathor.mood;

import java.util.List;
import java.util.Objects;

/**
 * A stretch of music with what is known of its mood.
 *
 * @param id unique in its source
 * @param song what it was cut from: clips of one song never stand on both sides of a split
 * @param logMel what is heard
 * @param labels what is known
 * @param notes what is played, where that is known, as in rendered MIDI: a help in training, never heard of again; else
 *     empty
 */
public record MoodClip(String id, String song, LogMel logMel, MoodLabels labels, List<PlayedNote> notes) {
    public MoodClip {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(song, "song is null");
        Objects.requireNonNull(logMel, "logMel is null");
        Objects.requireNonNull(labels, "labels is null");
        notes = List.copyOf(notes);
    }

    /** A clip whose notes are not known. */
    public MoodClip(String id, String song, LogMel logMel, MoodLabels labels) {
        this(id, song, logMel, labels, List.of());
    }
}
