package org.hathor.mood;

import java.util.Objects;

/**
 * A stretch of music with what is known of its mood.
 *
 * @param id unique in its source
 * @param song what it was cut from: clips of one song never stand on both sides of a split
 * @param spectrogram what is heard
 * @param labels what is known
 */
public record MoodClip(String id, String song, Spectrogram spectrogram, MoodLabels labels) {
    public MoodClip {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(song, "song is null");
        Objects.requireNonNull(spectrogram, "spectrogram is null");
        Objects.requireNonNull(labels, "labels is null");
    }
}
