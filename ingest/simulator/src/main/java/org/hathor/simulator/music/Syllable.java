package org.hathor.simulator.music;

import org.hathor.simulator.Randomness;

/** What is sung on a note: no word, a consonant and a vowel. */
record Syllable(Consonant consonant, Vowel vowel) {
    private static final double SHORT_SECONDS = 0.2;

    /** How a syllable begins. */
    enum Consonant {
        /** With its vowel. */
        NONE(0),
        /** As m, n or l: voiced, duller and softer than the vowel. */
        NASAL(0.05),
        /** As p, t or k: a silence and a burst. */
        PLOSIVE(0.035),
        /** As f, s or sh: noise. */
        FRICATIVE(0.06);

        private final double seconds;

        Consonant(double seconds) {
            this.seconds = seconds;
        }

        /** How long before the note it begins, in seconds. */
        double seconds() {
            return seconds;
        }

        boolean voiced() {
            return this == NONE || this == NASAL;
        }
    }

    /**
     * Formant frequencies of a male voice in Hz, after Peterson and Barney (1952); the two highest are usual values.
     */
    enum Vowel {
        A(730, 1090, 2440),
        E(530, 1840, 2480),
        I(290, 2250, 2950),
        O(570, 840, 2410),
        U(320, 870, 2240);

        private final double first;
        private final double second;
        private final double third;

        Vowel(double first, double second, double third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }

        /** The five formants of a grown man. */
        double[] formants() {
            return new double[] {first, second, third, 3350, 4300};
        }
    }

    /**
     * A syllable to sing. A note that repeats its pitch always has a consonant, for else it would not be heard; after a
     * short note there is no time to hiss.
     *
     * @param before the note before, or null for the first
     */
    static Syllable draw(Note before, Note note, Randomness random) {
        double none = before != null && before.midi() == note.midi() ? 0 : 0.1;
        double fricative = before != null && before.end() - before.start() < SHORT_SECONDS ? 0 : 0.18;
        Consonant[] consonants = Consonant.values();
        Consonant consonant = consonants[random.weighted(none, 0.35, 0.37, fricative)];
        Vowel[] vowels = Vowel.values();
        return new Syllable(consonant, vowels[random.weighted(0.34, 0.18, 0.16, 0.2, 0.12)]);
    }
}
