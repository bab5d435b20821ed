package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * How far the network's keys are from what is played: binary cross-entropy of being struck and of sounding, summed over
 * the keys, and ten times the squared error of the struck keys' velocity; the mean over the frames of rows whose notes
 * are known. Nobody needs the notes once the network is trained: Vapnik and Vashist, "Learning using privileged
 * information" (Neural Networks, 2009).
 */
final class KeyLoss {
    private static final float VELOCITY_WEIGHT = 10;
    private static final int CHANCES = 2 * PianoRoll.KEYS;
    private static final int[] KEYS_AND_TIME = {1, 2};

    private final int batch;
    private final int frames;
    private final float[] chances;
    private final float[] velocities;
    private final float[] known;
    private int knownRows;

    KeyLoss(int batch, int frames) {
        this.batch = batch;
        this.frames = frames;
        chances = new float[batch * CHANCES * frames];
        velocities = new float[batch * PianoRoll.KEYS * frames];
        known = new float[batch];
    }

    /** Says what is played in a row, once. */
    void know(int row, PianoRoll roll) {
        for (int t = 0; t < frames; t++) {
            for (int key = 0; key < PianoRoll.KEYS; key++) {
                int at = (row * CHANCES + key) * frames + t;
                chances[at + PianoRoll.STRUCK * PianoRoll.KEYS * frames] = roll.struck()[t][key] ? 1 : 0;
                chances[at + PianoRoll.SOUNDING * PianoRoll.KEYS * frames] = roll.sounding()[t][key] ? 1 : 0;
                velocities[(row * PianoRoll.KEYS + key) * frames + t] = roll.velocity()[t][key];
            }
        }
        known[row] = 1;
        knownRows++;
    }

    /** Whether nothing is known of any row. */
    boolean isEmpty() {
        return knownRows == 0;
    }

    /** The loss of {@code (batch, PianoRoll.OUTPUTS × PianoRoll.KEYS, frames)}. */
    NDArray of(NDArray keys) {
        NDManager manager = keys.getManager();
        NDArray wanted = manager.create(chances, new Shape(batch, CHANCES, frames));
        NDArray z = keys.get(new NDIndex(":, 0:" + CHANCES));
        NDArray crossEntropy =
                z.getNDArrayInternal().softPlus().sub(z.mul(wanted)).sum(KEYS_AND_TIME);
        NDArray struck = wanted.get(new NDIndex(":, 0:" + PianoRoll.KEYS));
        NDArray error = keys.get(new NDIndex(":, " + CHANCES + ":"))
                .sub(manager.create(velocities, new Shape(batch, PianoRoll.KEYS, frames)));
        NDArray squares = error.square().mul(struck).sum(KEYS_AND_TIME);
        NDArray rows = crossEntropy.add(squares.mul(VELOCITY_WEIGHT));
        return rows.mul(manager.create(known)).sum().div(Math.max(1, knownRows) * (float) frames);
    }
}
