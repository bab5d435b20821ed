package org.hathor.simulator.music;

/** An instrument that plays tones: what it sounds like and how a tone begins and ends. */
enum Timbre {
    PIANO(new Sound(Shape.HAMMER, Shape.STRING_DARK, 0.35, 3), new Envelope(0.003, 0.9, 0, 0.12), 69, 0),
    ELECTRIC_PIANO(new Sound(Shape.TINE, Shape.ROUND, 0.25, 4), new Envelope(0.003, 1.1, 0, 0.12), 67, 0),
    ORGAN(new Sound(Shape.DRAWBARS, Shape.DRAWBARS, 1, 5), new Envelope(0.008, 1, 1, 0.05), 69, 0.06),
    PAD(new Sound(Shape.SAW, Shape.ROUND, 1.2, 14), new Envelope(0.12, 1, 1, 0.35), 67, 0),
    STRINGS(new Sound(Shape.BOWED, Shape.BOWED, 1, 9), new Envelope(0.045, 1, 1, 0.15), 69, 0.12),
    CELLO(new Sound(Shape.BOWED, Shape.STRING_DARK, 2, 0), new Envelope(0.03, 1, 0.8, 0.1), 50, 0.1),
    NYLON_GUITAR(new Sound(Shape.STRING_DARK, Shape.ROUND, 0, 0), new Envelope(0, 1.8, 0, 0.06), 64, 0),
    STEEL_GUITAR(new Sound(Shape.HAMMER, Shape.STRING_DARK, 0.5, 0), new Envelope(0, 2.6, 0, 0.06), 64, 0),
    DISTORTED_GUITAR(new Sound(Shape.SAW, Shape.SAW, 1, 0), new Envelope(0, 4, 0, 0.04), 64, 0),
    CLAVINET(new Sound(Shape.PULSE, Shape.STRING_DARK, 0.8, 0), new Envelope(0, 0.8, 0, 0.03), 64, 0),
    HARP(new Sound(Shape.STRING_DARK, Shape.ROUND, 0.3, 0), new Envelope(0, 2.2, 0, 0.3), 72, 0),
    SYNTH_PLUCK(new Sound(Shape.SAW, Shape.TRIANGLE, 0.12, 8), new Envelope(0.003, 0.35, 0.1, 0.08), 72, 0),
    SYNTH_LEAD(new Sound(Shape.SQUARE, Shape.PULSE, 0.6, 6), new Envelope(0.01, 0.6, 0.75, 0.07), 70, 0.2),
    BRASS(new Sound(Shape.BRASSY, Shape.ROUND, 1.5, 7), new Envelope(0.02, 0.5, 0.8, 0.07), 65, 0.12),
    VIBRAPHONE(new Sound(Shape.BAR, Shape.SINE, 0.5, 0), new Envelope(0.002, 1.4, 0, 0.25), 72, 0),
    FLUTE(new Sound(Shape.ROUND, Shape.ROUND, 1, 0), new Envelope(0.03, 0.5, 0.85, 0.08), 76, 0.2),
    FINGERED_BASS(new Sound(Shape.STRING_DARK, Shape.ROUND, 0.25, 0), new Envelope(0.006, 1.2, 0.25, 0.05), 40, 0),
    PICKED_BASS(new Sound(Shape.HAMMER, Shape.STRING_DARK, 0.2, 0), new Envelope(0.003, 1, 0.25, 0.04), 40, 0),
    SYNTH_BASS(new Sound(Shape.SAW, Shape.ROUND, 0.15, 6), new Envelope(0.004, 0.5, 0.6, 0.04), 40, 0),
    SUB_BASS(new Sound(Shape.TRIANGLE, Shape.ROUND, 0.1, 0), new Envelope(0.006, 1.5, 0.7, 0.06), 40, 0),
    UPRIGHT_BASS(new Sound(Shape.STRING_DARK, Shape.ROUND, 0.15, 0), new Envelope(0.006, 0.7, 0.1, 0.08), 40, 0);

    private static final double BEND_HZ = 5.4;
    private static final double BEND_DELAY = 0.2;

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers and constants.
    private final Sound sound;

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers and constants.
    private final Envelope envelope;

    private final int centre;
    private final double bendSemitones;

    Timbre(Sound sound, Envelope envelope, int centre, double bendSemitones) {
        this.sound = sound;
        this.envelope = envelope;
        this.centre = centre;
        this.bendSemitones = bendSemitones;
    }

    /**
     * What a tone is made of.
     *
     * @param bright the wave it begins with
     * @param dark the wave it comes to
     * @param brightSeconds how fast, as a time constant
     * @param detuneCents how far two players of it are apart; 0 for one
     */
    record Sound(Shape bright, Shape dark, double brightSeconds, double detuneCents) {}

    /**
     * How loud a tone is.
     *
     * @param attack seconds to its full strength
     * @param decay time constant in seconds of the fall that follows; of a plucked string, the time to fall by 60 dB
     * @param sustain where it falls to, 0 to 1
     * @param release seconds in which it ends
     */
    record Envelope(double attack, double decay, double sustain, double release) {}

    Sound sound() {
        return sound;
    }

    Envelope envelope() {
        return envelope;
    }

    /** MIDI pitch around which it plays a tune. */
    int centre() {
        return centre;
    }

    /** Whether it is a plucked string, simulated as one. */
    boolean plucked() {
        return switch (this) {
            case NYLON_GUITAR, STEEL_GUITAR, DISTORTED_GUITAR, CLAVINET, HARP -> true;
            default -> false;
        };
    }

    /** How bright a pluck is, 0 to 1. */
    double pluckBrightness() {
        return switch (this) {
            case NYLON_GUITAR -> 0.35;
            case HARP -> 0.45;
            case STEEL_GUITAR -> 0.75;
            default -> 0.9;
        };
    }

    /** Whether its amplifier is driven. */
    boolean distorted() {
        return this == DISTORTED_GUITAR;
    }

    /** Semitones by which its vibrato bends a tone that began so long ago. */
    double bend(double since) {
        if (bendSemitones == 0 || since < BEND_DELAY) {
            return 0;
        }
        double depth = bendSemitones * Math.min(1, (since - BEND_DELAY) / 0.3);
        return depth * StrictMath.sin(2 * Math.PI * BEND_HZ * (since - BEND_DELAY));
    }

    boolean bends() {
        return bendSemitones != 0;
    }
}
