package org.hathor.simulator.music;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.hathor.simulator.Randomness;

/** Gives every track of a catalogue a piece of its own, in the manner of its genre; always the same one. */
public final class CatalogueMusic {
    private CatalogueMusic() {}

    /**
     * The specification of a track's piece.
     *
     * @param trackId what tells it from all others
     * @param title its title; two versions of a title under one id would sound unlike
     * @param genre such as {@code indie rock}; an unknown one leaves the style open
     */
    public static PieceSpec of(String trackId, String title, String genre) {
        UUID name = UUID.nameUUIDFromBytes((trackId + '\n' + title).getBytes(StandardCharsets.UTF_8));
        long seed = name.getMostSignificantBits() ^ name.getLeastSignificantBits();
        Randomness random = Randomness.of(seed, 'T');
        PieceSpec spec = PieceSpec.random(seed);
        return switch (genre.toLowerCase(Locale.ROOT)) {
            case "pop" -> spec.withStyle(Style.POP);
            case "indie pop" -> spec.withStyle(random.chance(0.6) ? Style.POP : Style.FOLK);
            case "dream pop" -> calm(spec.withStyle(random.chance(0.6) ? Style.AMBIENT : Style.POP), random);
            case "rock", "indie rock" -> spec.withStyle(Style.ROCK);
            case "folk" -> spec.withStyle(Style.FOLK);
            case "country" -> spec.withStyle(Style.COUNTRY);
            case "hip hop", "trap" -> spec.withStyle(Style.HIP_HOP);
            case "r&b" -> spec.withStyle(random.chance(0.5) ? Style.HIP_HOP : Style.BALLAD);
            case "soul" -> spec.withStyle(random.chance(0.5) ? Style.FUNK : Style.BALLAD);
            case "funk" -> spec.withStyle(Style.FUNK);
            case "jazz" -> spec.withStyle(Style.JAZZ);
            case "classical" -> spec.withStyle(Style.CLASSICAL);
            case "ambient" -> spec.withStyle(Style.AMBIENT);
            case "house" -> spec.withStyle(Style.HOUSE);
            case "techno" -> spec.withStyle(Style.HOUSE).withTempo(tempo(126, 140, random));
            case "drum and bass" -> spec.withStyle(Style.SYNTHWAVE).withTempo(tempo(164, 178, random));
            case "synthwave" -> spec.withStyle(Style.SYNTHWAVE);
            case "metal" -> spec.withStyle(Style.METAL);
            case "punk" -> spec.withStyle(Style.ROCK).withTempo(tempo(160, 200, random));
            case "reggae" -> spec.withStyle(Style.REGGAE);
            case "latin", "afrobeats" -> spec.withStyle(Style.LATIN);
            default -> spec;
        };
    }

    private static PieceSpec calm(PieceSpec spec, Randomness random) {
        return spec.withQuadrant(random.chance(0.5) ? Quadrant.Q3 : Quadrant.Q4);
    }

    private static double tempo(double low, double high, Randomness random) {
        return StrictMath.rint(low + (high - low) * random.uniform());
    }
}
