package org.hathor.simulator.music;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is asked of a piece. What is left empty follows from the seed.
 *
 * @param seed what everything random derives from
 * @param seconds length, 5 to 1,200
 * @param style the way it is made
 * @param tempoBpm quarter notes a minute, 60 to 200
 * @param feel how time goes
 * @param tonic pitch class of the key, 0 (C) to 11 (B)
 * @param mode major or minor
 * @param quadrant the mood
 */
public record PieceSpec(
        long seed,
        double seconds,
        Optional<Style> style,
        OptionalDouble tempoBpm,
        Optional<Feel> feel,
        OptionalInt tonic,
        Optional<Mode> mode,
        Optional<Quadrant> quadrant) {
    private static final double SECONDS = 30;

    /** @throws IllegalArgumentException naming what is out of range */
    public PieceSpec {
        if (!(seconds >= 5 && seconds <= 1_200)) {
            throw new IllegalArgumentException("seconds must be 5 to 1200, not " + seconds);
        }
        if (tempoBpm.isPresent() && !(tempoBpm.getAsDouble() >= 60 && tempoBpm.getAsDouble() <= 200)) {
            throw new IllegalArgumentException("tempoBpm must be 60 to 200, not " + tempoBpm.getAsDouble());
        }
        if (tonic.isPresent() && (tonic.getAsInt() < 0 || tonic.getAsInt() > 11)) {
            throw new IllegalArgumentException("tonic must be 0 to 11, not " + tonic.getAsInt());
        }
    }

    /** A piece of 30 seconds about which nothing is asked. */
    public static PieceSpec random(long seed) {
        return new PieceSpec(
                seed,
                SECONDS,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, of that length. */
    public PieceSpec withSeconds(double wanted) {
        return new PieceSpec(seed, wanted, style, tempoBpm, feel, tonic, mode, quadrant);
    }

    /** The same, in that style. */
    public PieceSpec withStyle(Style wanted) {
        return new PieceSpec(seed, seconds, Optional.of(wanted), tempoBpm, feel, tonic, mode, quadrant);
    }

    /** The same, at that tempo; where it drifts, around it. */
    public PieceSpec withTempo(double bpm) {
        return new PieceSpec(seed, seconds, style, OptionalDouble.of(bpm), feel, tonic, mode, quadrant);
    }

    /** The same, in that feel. */
    public PieceSpec withFeel(Feel wanted) {
        return new PieceSpec(seed, seconds, style, tempoBpm, Optional.of(wanted), tonic, mode, quadrant);
    }

    /** The same, in that key. */
    public PieceSpec withKey(Key key) {
        return new PieceSpec(
                seed, seconds, style, tempoBpm, feel, OptionalInt.of(key.tonic()), Optional.of(key.mode()), quadrant);
    }

    /** The same, in that mode. */
    public PieceSpec withMode(Mode wanted) {
        return new PieceSpec(seed, seconds, style, tempoBpm, feel, tonic, Optional.of(wanted), quadrant);
    }

    /** The same, in that mood. */
    public PieceSpec withQuadrant(Quadrant wanted) {
        return new PieceSpec(seed, seconds, style, tempoBpm, feel, tonic, mode, Optional.of(wanted));
    }
}
