package org.hathor.simulator.music;

/** What a drummer strikes; tables of grooves call it by its word. */
enum Drum {
    KICK("kick", 50, 100, 0.15),
    SNARE("snare", 180, 8_000, 0.1),
    RIM("rim", 500, 2_000, 0.018),
    CLAP("clap", 900, 2_000, 0.07),
    HAT_CLOSED("hat", 5_800, 8_000, 0.035),
    HAT_OPEN("open", 5_800, 8_000, 0.16),
    HAT_FOOT("foot", 5_800, 8_000, 0.03),
    RIDE("ride", 5_800, 8_000, 0.18),
    CRASH("crash", 3_000, 8_000, 0.4),
    TOM_HIGH("high", 180, 360, 0.16),
    TOM_MIDDLE("middle", 130, 260, 0.19),
    TOM_LOW("low", 90, 180, 0.22),
    SHAKER("shaker", 5_800, 8_000, 0.028),
    TAMBOURINE("tamb", 6_000, 8_000, 0.07),
    BRUSH("brush", 2_400, 8_000, 0.06),
    CONGA("conga", 260, 520, 0.09),
    TUMBA("tumba", 180, 360, 0.13),
    COWBELL("bell", 560, 1_200, 0.07);

    private final String word;
    private final double lowestHz;
    private final double highestHz;
    private final double ringSeconds;

    Drum(String word, double lowestHz, double highestHz, double ringSeconds) {
        this.word = word;
        this.lowestHz = lowestHz;
        this.highestHz = highestHz;
        this.ringSeconds = ringSeconds;
    }

    /** From where it sounds. */
    double lowestHz() {
        return lowestHz;
    }

    /** To where it sounds. */
    double highestHz() {
        return highestHz;
    }

    /** Time constant of its fall. */
    double ringSeconds() {
        return ringSeconds;
    }

    /** @throws IllegalArgumentException when no drum has that word */
    static Drum of(String word) {
        for (Drum drum : values()) {
            if (drum.word.equals(word)) {
                return drum;
            }
        }
        throw new IllegalArgumentException("there is no drum '%s'".formatted(word));
    }

    /** Whether it carries the backbeat. */
    boolean backbeat() {
        return this == SNARE || this == CLAP;
    }
}
