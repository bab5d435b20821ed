package org.hathor.audio.rhythm;

/**
 * The rhythm of a recording.
 *
 * @param tempo how fast the beat goes
 * @param beats where it falls; none where there is no tempo
 * @param onsets where notes and hits begin
 */
public record Rhythm(Tempo tempo, Beats beats, Onsets onsets) {}
