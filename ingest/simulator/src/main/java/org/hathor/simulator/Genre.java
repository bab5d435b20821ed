package org.hathor.simulator;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** A kind of music: how common it is, and at which age it is liked most. */
enum Genre {
    POP("pop", 10, 24),
    INDIE_POP("indie pop", 6, 26),
    DREAM_POP("dream pop", 3, 29),
    ROCK("rock", 8, 42),
    INDIE_ROCK("indie rock", 6, 33),
    FOLK("folk", 4, 45),
    COUNTRY("country", 4, 46),
    HIP_HOP("hip hop", 10, 23),
    TRAP("trap", 6, 20),
    RNB("r&b", 6, 28),
    SOUL("soul", 4, 44),
    FUNK("funk", 3, 43),
    JAZZ("jazz", 3, 52),
    CLASSICAL("classical", 3, 58),
    AMBIENT("ambient", 3, 36),
    HOUSE("house", 6, 29),
    TECHNO("techno", 4, 30),
    DRUM_AND_BASS("drum and bass", 3, 27),
    SYNTHWAVE("synthwave", 2, 35),
    METAL("metal", 4, 37),
    PUNK("punk", 3, 36),
    REGGAE("reggae", 3, 40),
    LATIN("latin", 6, 28),
    AFROBEATS("afrobeats", 4, 25);

    private static final Genre[] ALL = values();

    private final String text;
    private final double weight;
    private final int ageOfMostListeners;

    Genre(String text, double weight, int ageOfMostListeners) {
        this.text = text;
        this.weight = weight;
        this.ageOfMostListeners = ageOfMostListeners;
    }

    String text() {
        return text;
    }

    /** A genre as often as artists play it. */
    static Genre draw(Randomness random) {
        return draw(genre -> genre.weight, random);
    }

    /** A genre as often as people of that age like it. */
    static Genre drawFor(int ageYears, Randomness random) {
        return draw(
                genre -> {
                    double distance = (ageYears - genre.ageOfMostListeners) / 15.0;
                    return genre.weight * (0.25 + StrictMath.exp(-distance * distance));
                },
                random);
    }

    private static Genre draw(ToDoubleFunction<Genre> weight, Randomness random) {
        return ALL[random.weighted(Arrays.stream(ALL).mapToDouble(weight).toArray())];
    }
}
