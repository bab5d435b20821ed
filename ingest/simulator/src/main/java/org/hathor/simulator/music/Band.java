package org.hathor.simulator.music;

import static org.hathor.simulator.music.Timbre.BRASS;
import static org.hathor.simulator.music.Timbre.CELLO;
import static org.hathor.simulator.music.Timbre.CLAVINET;
import static org.hathor.simulator.music.Timbre.DISTORTED_GUITAR;
import static org.hathor.simulator.music.Timbre.ELECTRIC_PIANO;
import static org.hathor.simulator.music.Timbre.FINGERED_BASS;
import static org.hathor.simulator.music.Timbre.FLUTE;
import static org.hathor.simulator.music.Timbre.HARP;
import static org.hathor.simulator.music.Timbre.NYLON_GUITAR;
import static org.hathor.simulator.music.Timbre.ORGAN;
import static org.hathor.simulator.music.Timbre.PAD;
import static org.hathor.simulator.music.Timbre.PIANO;
import static org.hathor.simulator.music.Timbre.PICKED_BASS;
import static org.hathor.simulator.music.Timbre.STEEL_GUITAR;
import static org.hathor.simulator.music.Timbre.STRINGS;
import static org.hathor.simulator.music.Timbre.SUB_BASS;
import static org.hathor.simulator.music.Timbre.SYNTH_BASS;
import static org.hathor.simulator.music.Timbre.SYNTH_LEAD;
import static org.hathor.simulator.music.Timbre.SYNTH_PLUCK;
import static org.hathor.simulator.music.Timbre.UPRIGHT_BASS;
import static org.hathor.simulator.music.Timbre.VIBRAPHONE;

import java.util.List;
import org.hathor.simulator.Randomness;

/**
 * Who plays a piece.
 *
 * @param register MIDI pitch around which chords lie
 * @param holds whether somebody holds chords in the fuller sections
 * @param arpeggiates whether somebody breaks chords
 * @param gentle whether held and broken chords sound throughout
 */
record Band(
        Timbre bass,
        Timbre comp,
        Timbre arpeggio,
        Timbre pad,
        Timbre lead,
        int register,
        boolean holds,
        boolean arpeggiates,
        boolean gentle) {

    /** Players to choose from. */
    private record Players(
            List<Timbre> bass, List<Timbre> comp, List<Timbre> arpeggio, List<Timbre> pad, List<Timbre> lead) {}

    static Band of(Plan plan) {
        Randomness random = plan.randomness('Y');
        Players players = players(plan.style());
        int register =
                switch (plan.quadrant()) {
                            case Q1 -> 62;
                            case Q2 -> 58;
                            case Q3 -> 56;
                            case Q4 -> 60;
                        }
                        - (plan.style() == Style.METAL ? 14 : 0)
                        + random.below(5)
                        - 2;
        double holds =
                switch (plan.style()) {
                    case AMBIENT, SYNTHWAVE, BALLAD -> 0.9;
                    case METAL, FUNK, COUNTRY -> 0.15;
                    default -> 0.5;
                };
        boolean gentle = plan.style() == Style.AMBIENT || plan.style() == Style.CLASSICAL;
        return new Band(
                one(players.bass(), random),
                one(players.comp(), random),
                one(players.arpeggio(), random),
                one(players.pad(), random),
                one(players.lead(), random),
                register,
                random.chance(holds),
                gentle || random.chance(plan.style() == Style.METAL ? 0.2 : 0.65),
                gentle);
    }

    private static Players players(Style style) {
        return switch (style) {
            case ROCK ->
                new Players(
                        List.of(PICKED_BASS, FINGERED_BASS),
                        List.of(DISTORTED_GUITAR, STEEL_GUITAR, ORGAN),
                        List.of(STEEL_GUITAR, ELECTRIC_PIANO),
                        List.of(ORGAN, STRINGS),
                        List.of(DISTORTED_GUITAR, SYNTH_LEAD));
            case POP ->
                new Players(
                        List.of(SYNTH_BASS, FINGERED_BASS, PICKED_BASS),
                        List.of(PIANO, STEEL_GUITAR, ELECTRIC_PIANO, SYNTH_PLUCK),
                        List.of(SYNTH_PLUCK, PIANO, HARP),
                        List.of(PAD, STRINGS),
                        List.of(SYNTH_LEAD, FLUTE));
            case HOUSE ->
                new Players(
                        List.of(SYNTH_BASS, SUB_BASS),
                        List.of(PIANO, ORGAN, SYNTH_PLUCK, BRASS),
                        List.of(SYNTH_PLUCK),
                        List.of(PAD, STRINGS),
                        List.of(SYNTH_LEAD, BRASS));
            case BALLAD ->
                new Players(
                        List.of(FINGERED_BASS, UPRIGHT_BASS),
                        List.of(PIANO, ELECTRIC_PIANO, NYLON_GUITAR),
                        List.of(PIANO, NYLON_GUITAR, HARP),
                        List.of(STRINGS, PAD),
                        List.of(FLUTE, STRINGS));
            case JAZZ ->
                new Players(
                        List.of(UPRIGHT_BASS),
                        List.of(PIANO, ELECTRIC_PIANO, NYLON_GUITAR),
                        List.of(PIANO, VIBRAPHONE),
                        List.of(BRASS, STRINGS),
                        List.of(VIBRAPHONE, BRASS, FLUTE));
            case HIP_HOP ->
                new Players(
                        List.of(SUB_BASS, SYNTH_BASS),
                        List.of(ELECTRIC_PIANO, PIANO, VIBRAPHONE),
                        List.of(ELECTRIC_PIANO, HARP, SYNTH_PLUCK),
                        List.of(STRINGS, PAD),
                        List.of(SYNTH_LEAD, FLUTE));
            case FOLK ->
                new Players(
                        List.of(UPRIGHT_BASS, FINGERED_BASS),
                        List.of(STEEL_GUITAR, NYLON_GUITAR),
                        List.of(NYLON_GUITAR, HARP, STEEL_GUITAR),
                        List.of(STRINGS),
                        List.of(FLUTE, STRINGS));
            case AMBIENT ->
                new Players(
                        List.of(SUB_BASS),
                        List.of(ELECTRIC_PIANO, HARP, VIBRAPHONE),
                        List.of(HARP, VIBRAPHONE, SYNTH_PLUCK),
                        List.of(PAD, STRINGS),
                        List.of(FLUTE, SYNTH_LEAD));
            case METAL ->
                new Players(
                        List.of(PICKED_BASS),
                        List.of(DISTORTED_GUITAR),
                        List.of(DISTORTED_GUITAR, STEEL_GUITAR),
                        List.of(STRINGS),
                        List.of(DISTORTED_GUITAR));
            case LATIN ->
                new Players(
                        List.of(UPRIGHT_BASS, FINGERED_BASS),
                        List.of(PIANO, NYLON_GUITAR),
                        List.of(PIANO, NYLON_GUITAR),
                        List.of(BRASS, STRINGS),
                        List.of(BRASS, FLUTE));
            case FUNK ->
                new Players(
                        List.of(FINGERED_BASS, SYNTH_BASS),
                        List.of(CLAVINET, STEEL_GUITAR, ELECTRIC_PIANO),
                        List.of(ELECTRIC_PIANO, CLAVINET),
                        List.of(ORGAN, BRASS),
                        List.of(BRASS));
            case SYNTHWAVE ->
                new Players(
                        List.of(SYNTH_BASS),
                        List.of(SYNTH_PLUCK, BRASS),
                        List.of(SYNTH_PLUCK),
                        List.of(PAD),
                        List.of(SYNTH_LEAD));
            case REGGAE ->
                new Players(
                        List.of(FINGERED_BASS, SUB_BASS),
                        List.of(ORGAN, STEEL_GUITAR, PIANO),
                        List.of(CLAVINET, ORGAN),
                        List.of(ORGAN),
                        List.of(BRASS, SYNTH_LEAD));
            case COUNTRY ->
                new Players(
                        List.of(FINGERED_BASS, UPRIGHT_BASS),
                        List.of(STEEL_GUITAR),
                        List.of(STEEL_GUITAR, PIANO),
                        List.of(STRINGS, ORGAN),
                        List.of(STRINGS, STEEL_GUITAR));
            case CLASSICAL ->
                new Players(
                        List.of(UPRIGHT_BASS, CELLO),
                        List.of(PIANO, HARP, STRINGS),
                        List.of(PIANO, HARP),
                        List.of(STRINGS),
                        List.of(FLUTE, STRINGS));
        };
    }

    private static Timbre one(List<Timbre> timbres, Randomness random) {
        return timbres.get(random.below(timbres.size()));
    }
}
