package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.List;

/**
 * The pitches with which a chord is played, led from the chord before: every voice moves as little as it can, parallel
 * fifths and octaves between outer voices cost extra, and the whole stays near its register.
 */
final class Voicing {
    private static final int PARALLEL_COST = 6;

    private final int centre;
    private final int voices;
    private int[] last = {};

    /**
     * @param centre MIDI pitch around which to stay
     * @param voices 2 to 4
     */
    Voicing(int centre, int voices) {
        this.centre = centre;
        this.voices = voices;
    }

    /** The next chord's pitches, ascending. */
    int[] next(int root, ChordQuality quality) {
        List<Integer> pitches = new ArrayList<>();
        Chord chord = new Chord(0, 0, root, quality);
        for (int midi = centre - 9; midi <= centre + 9; midi++) {
            if (chord.holds(midi)) {
                pitches.add(midi);
            }
        }
        int wanted = Math.min(voices, pitches.size());
        int[] best = {};
        double bestCost = Double.MAX_VALUE;
        for (int mask = 0; mask < 1 << pitches.size(); mask++) {
            if (Integer.bitCount(mask) != wanted) {
                continue;
            }
            int[] chosen = new int[wanted];
            for (int i = 0, voice = 0; i < pitches.size(); i++) {
                if ((mask >> i & 1) != 0) {
                    chosen[voice++] = pitches.get(i);
                }
            }
            double cost = cost(chosen, root, quality);
            if (cost < bestCost) {
                bestCost = cost;
                best = chosen;
            }
        }
        last = best;
        return best.clone();
    }

    private double cost(int[] chosen, int root, ChordQuality quality) {
        double cost = 0;
        boolean[] heard = new boolean[12];
        for (int midi : chosen) {
            heard[Math.floorMod(midi - root, 12)] = true;
            cost += 0.15 * Math.abs(midi - centre);
        }
        for (int interval : quality.intervals()) {
            // The fifth is the one tone a chord can do without.
            cost += heard[interval] ? 0 : interval == 7 ? 5 : 30;
        }
        for (int voice = 1; voice < chosen.length; voice++) {
            int gap = chosen[voice] - chosen[voice - 1];
            cost += gap < 3 ? 4 * (3 - gap) : gap > 9 ? gap - 9 : 0;
        }
        if (last.length == chosen.length) {
            for (int voice = 0; voice < chosen.length; voice++) {
                cost += Math.abs(chosen[voice] - last[voice]);
            }
            cost += parallels(chosen);
        }
        return cost;
    }

    private double parallels(int[] chosen) {
        int top = chosen.length - 1;
        int before = last[top] - last[0];
        int after = chosen[top] - chosen[0];
        boolean perfect = Math.floorMod(after, 12) == 7 || Math.floorMod(after, 12) == 0;
        return perfect && before == after && chosen[0] != last[0] ? PARALLEL_COST : 0;
    }
}
