package org.hathor.mood;

/**
 * A note that sounds in a clip.
 *
 * @param start in seconds from the clip's beginning
 * @param end when it falls silent, let go by key and pedal, in seconds
 * @param pitch MIDI note number, 60 is middle C
 * @param velocity how hard it is struck, from 1 to 127
 */
public record PlayedNote(double start, double end, int pitch, int velocity) {
    public PlayedNote {
        if (!(start >= 0) || !(end >= start) || pitch < 0 || pitch > 127 || velocity < 1 || velocity > 127) {
            throw new IllegalArgumentException(
                    "no note: from %s to %s s, pitch %d, velocity %d".formatted(start, end, pitch, velocity));
        }
    }
}
