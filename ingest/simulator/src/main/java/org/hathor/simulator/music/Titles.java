package org.hathor.simulator.music;

import java.util.Locale;
import org.hathor.simulator.Randomness;

/** Names of pieces, in the colour of their mood. */
final class Titles {
    private static final String[] HAPPY = {"Golden", "Bright", "Dancing", "Summer", "Electric", "Running", "Open"};
    private static final String[] TENSE = {"Broken", "Burning", "Iron", "Midnight", "Restless", "Wild", "Falling"};
    private static final String[] SAD = {"Fading", "Empty", "Winter", "Distant", "Grey", "Last", "Silent"};
    private static final String[] CALM = {"Slow", "Quiet", "Morning", "Gentle", "Drifting", "Soft", "Still"};
    private static final String[] THINGS = {
        "River",
        "Streets",
        "Window",
        "Harbour",
        "Letters",
        "Engine",
        "Garden",
        "Signal",
        "Mountain",
        "Room",
        "Tide",
        "Mirror",
        "Orchard",
        "Station",
        "Lanterns",
        "Weather",
        "Avenue",
        "Satellites",
        "Shoreline",
        "Clockwork"
    };

    private Titles() {}

    static String of(Quadrant quadrant, Randomness random) {
        String[] words =
                switch (quadrant) {
                    case Q1 -> HAPPY;
                    case Q2 -> TENSE;
                    case Q3 -> SAD;
                    case Q4 -> CALM;
                };
        String thing = random.pick(THINGS);
        return random.chance(0.3)
                ? "%s, %s".formatted(random.pick(words), random.pick(words).toLowerCase(Locale.ROOT))
                : "%s %s".formatted(random.pick(words), thing);
    }
}
