package org.hathor.simulator.music;

/** What a drummer strikes; tables of grooves call it by its word. */
enum Drum {
    KICK("kick"),
    SNARE("snare"),
    RIM("rim"),
    CLAP("clap"),
    HAT_CLOSED("hat"),
    HAT_OPEN("open"),
    HAT_FOOT("foot"),
    RIDE("ride"),
    CRASH("crash"),
    TOM_HIGH("high"),
    TOM_MIDDLE("middle"),
    TOM_LOW("low"),
    SHAKER("shaker"),
    TAMBOURINE("tamb"),
    BRUSH("brush"),
    CONGA("conga"),
    TUMBA("tumba"),
    COWBELL("bell");

    private final String word;

    Drum(String word) {
        this.word = word;
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
