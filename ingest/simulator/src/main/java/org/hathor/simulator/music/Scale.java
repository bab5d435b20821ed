package org.hathor.simulator.music;

/** The pitches that go with a chord in a key: the key's scale, bent where the chord borrows a note. */
final class Scale {
    private final boolean[] holds = new boolean[12];

    private Scale() {}

    static Scale of(Key key, int root, ChordQuality quality) {
        Scale scale = new Scale();
        for (int degree = 0; degree < 7; degree++) {
            scale.holds[Math.floorMod(key.tonic() + key.mode().step(degree), 12)] = true;
        }
        for (int interval : quality.intervals()) {
            int pitchClass = Math.floorMod(root + interval, 12);
            if (!scale.holds[pitchClass]) {
                // The scale's own note beside a borrowed one would rub against it.
                scale.holds[Math.floorMod(pitchClass - 1, 12)] = false;
                scale.holds[Math.floorMod(pitchClass + 1, 12)] = false;
            }
        }
        for (int interval : quality.intervals()) {
            scale.holds[Math.floorMod(root + interval, 12)] = true;
        }
        return scale;
    }

    boolean holds(int midi) {
        return holds[Math.floorMod(midi, 12)];
    }

    /** The pitch so many steps of this scale above, or below; the first step from outside leads onto the scale. */
    int move(int midi, int steps) {
        int direction = Integer.signum(steps);
        int moved = midi;
        for (int step = 0; step < Math.abs(steps); step++) {
            do {
                moved += direction;
            } while (!holds(moved));
        }
        return moved;
    }

    /** The nearest pitch of this scale; of two equally near, the lower. */
    int nearest(int midi) {
        for (int distance = 0; ; distance++) {
            if (holds(midi - distance)) {
                return midi - distance;
            }
            if (holds(midi + distance)) {
                return midi + distance;
            }
        }
    }
}
