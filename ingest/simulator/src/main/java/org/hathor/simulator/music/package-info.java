/**
 * A seeded composer and its band: whole short pieces in four stems, and the truth about them.
 *
 * <p>The way through: {@link org.hathor.simulator.music.PieceSpec} says what is asked,
 * {@link org.hathor.simulator.music.Composer} writes the {@link org.hathor.simulator.music.Piece}, which knows its
 * truth, and {@link org.hathor.simulator.music.Synthesizer} plays it.
 */
package org.hathor.simulator.music;
