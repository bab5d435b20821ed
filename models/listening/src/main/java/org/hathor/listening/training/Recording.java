package org.hathor.listening.training;

import java.util.Optional;
import org.hathor.audio.tonality.Key;
import org.hathor.audio.tonality.Mode;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.Piece;
import org.hathor.simulator.music.PieceSpec;
import org.hathor.simulator.music.Synthesizer;

/**
 * A sound and what is true of it.
 *
 * @param samples at {@link #SAMPLE_RATE}
 * @param onsets instants, seconds
 * @param beats instants, seconds; empty where there is no beat
 * @param key nothing where there is no key
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers are learnt from, never compared.
record Recording(float[] samples, double[] onsets, double[] beats, Optional<Key> key) {
    /** The rate that features are made at, hertz. */
    static final int SAMPLE_RATE = 22_050;

    /** A generated piece of 30 s. */
    static Recording piece(long seed) {
        Piece piece = Composer.compose(PieceSpec.random(seed));
        Key key = new Key(piece.key().tonic(), Mode.valueOf(piece.key().mode().name()), 1);
        float[] samples = Synthesizer.render(piece, SAMPLE_RATE).mix();
        return new Recording(samples, piece.onsets(), piece.beats(), Optional.of(key));
    }
}
