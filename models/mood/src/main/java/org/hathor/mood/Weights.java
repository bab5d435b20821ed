package org.hathor.mood;

import java.util.List;

/** Lists of arrays, one for each of a network's parameters. */
final class Weights {
    private Weights() {}

    /**
     * Copies values.
     *
     * @throws IllegalArgumentException when the lists are not of one shape
     */
    static void copy(List<float[]> from, List<float[]> to) {
        if (from.size() != to.size()) {
            throw new IllegalArgumentException("%d arrays are needed, not %d".formatted(to.size(), from.size()));
        }
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i).length != to.get(i).length) {
                throw new IllegalArgumentException(
                        "array %d has %d numbers, not %d".formatted(i, from.get(i).length, to.get(i).length));
            }
            System.arraycopy(from.get(i), 0, to.get(i), 0, from.get(i).length);
        }
    }

    /** Moves an average a little way towards values: {@code average = keep × average + (1 - keep) × values}. */
    static void follow(List<float[]> average, List<float[]> values, float keep) {
        for (int i = 0; i < average.size(); i++) {
            float[] to = average.get(i);
            float[] from = values.get(i);
            for (int k = 0; k < to.length; k++) {
                to[k] = keep * to[k] + (1 - keep) * from[k];
            }
        }
    }
}
