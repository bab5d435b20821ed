package org.hathor.simulator.music;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chord by its place in a key, as analysts write it: {@code IV}, {@code bVII}, {@code iim7b5}. Degrees are those of
 * the major scale in either mode, so that the sixth chord of minor is {@code bVI}.
 *
 * @param semitones of the root above the tonic, 0 to 11
 */
record Roman(int semitones, ChordQuality quality) {
    private static final Pattern FORM = Pattern.compile("(b?)([IViv]+)(.*)");
    private static final Map<String, Integer> STEPS =
            Map.of("I", 0, "II", 2, "III", 4, "IV", 5, "V", 7, "VI", 9, "VII", 11);
    private static final Map<String, ChordQuality> QUALITIES = Map.of(
            "maj7", ChordQuality.MAJOR_SEVENTH,
            "m7", ChordQuality.MINOR_SEVENTH,
            "m7b5", ChordQuality.HALF_DIMINISHED,
            "7", ChordQuality.DOMINANT_SEVENTH,
            "dim", ChordQuality.DIMINISHED,
            "sus4", ChordQuality.SUSPENDED,
            "5", ChordQuality.POWER);

    /** @throws IllegalArgumentException when the text is no chord */
    static Roman parse(String text) {
        Matcher form = FORM.matcher(text);
        String numeral = form.matches() ? form.group(2) : "";
        Integer step = STEPS.get(numeral.toUpperCase(Locale.ROOT));
        if (step == null) {
            throw new IllegalArgumentException("'%s' is no chord".formatted(text));
        }
        String suffix = form.group(3);
        boolean minor = Character.isLowerCase(numeral.charAt(0));
        ChordQuality quality =
                suffix.isEmpty() ? (minor ? ChordQuality.MINOR : ChordQuality.MAJOR) : QUALITIES.get(suffix);
        if (quality == null) {
            throw new IllegalArgumentException("'%s' is no chord: '%s' is unknown".formatted(text, suffix));
        }
        return new Roman(Math.floorMod(step - form.group(1).length(), 12), quality);
    }
}
