package org.hathor.simulator.music;

import java.util.EnumMap;
import java.util.Map;

/** Plays pieces. The same piece at the same rate gives the same samples on every machine. */
public final class Synthesizer {
    private static final int RATE_MIN = 8_000;
    private static final int RATE_MAX = 96_000;

    private final Piece piece;
    private final int sampleRate;
    private final int length;
    private final Production production;

    private Synthesizer(Piece piece, int sampleRate) {
        if (sampleRate < RATE_MIN || sampleRate > RATE_MAX) {
            throw new IllegalArgumentException(
                    "sampleRate must be %d to %d, not %d".formatted(RATE_MIN, RATE_MAX, sampleRate));
        }
        this.piece = piece;
        this.sampleRate = sampleRate;
        this.length = (int) Math.ceil(piece.spec().seconds() * sampleRate);
        this.production = piece.production();
    }

    /**
     * The sound of a piece, mono.
     *
     * @param sampleRate samples a second, 8,000 to 96,000
     * @return as many samples as the specified length has, rounded up
     * @throws IllegalArgumentException when the rate is out of range
     */
    public static Rendering render(Piece piece, int sampleRate) {
        Synthesizer synthesizer = new Synthesizer(piece, sampleRate);
        Map<Stem, float[]> stems = new EnumMap<>(Stem.class);
        synthesizer.stems(false).forEach((stem, bus) -> stems.put(stem, bus.middle()));
        float[] mix = sum(stems);
        Master master = Master.of(synthesizer.production.rms(), sampleRate, mix);
        stems.values().forEach(master::apply);
        return new Rendering(sampleRate, stems, sum(stems));
    }

    /**
     * The sound of a piece, left and right. Their mean is the mono mix but for the gain that holds peaks down.
     *
     * @param sampleRate samples a second, 8,000 to 96,000
     * @return left and right, of equal length, within -1 to 1
     * @throws IllegalArgumentException when the rate is out of range
     */
    public static float[][] renderStereo(Piece piece, int sampleRate) {
        Synthesizer synthesizer = new Synthesizer(piece, sampleRate);
        float[][] channels = new float[2][synthesizer.length];
        synthesizer.stems(true).values().forEach(bus -> {
            float[] middle = bus.middle();
            float[] side = bus.side();
            for (int i = 0; i < middle.length; i++) {
                channels[0][i] += middle[i] - side[i];
                channels[1][i] += middle[i] + side[i];
            }
        });
        Master master = Master.of(synthesizer.production.rms(), sampleRate, channels[0], channels[1]);
        master.apply(channels[0]);
        master.apply(channels[1]);
        return channels;
    }

    /**
     * The voice alone, without the hall in which the mix has it: in a hall a note rings on in the rest that follows,
     * where {@link Piece#melodyF0} is 0.
     *
     * @param sampleRate samples a second, 8,000 to 96,000
     * @return mono, within -1 to 1; silence where nobody sings
     * @throws IllegalArgumentException when the rate is out of range
     */
    public static float[] renderDryVoice(Piece piece, int sampleRate) {
        Synthesizer synthesizer = new Synthesizer(piece, sampleRate);
        float[] voice = synthesizer.voice();
        Master.of(synthesizer.production.rms(), sampleRate, voice).apply(voice);
        return voice;
    }

    private static float[] sum(Map<Stem, float[]> stems) {
        float[] mix = new float[stems.get(Stem.VOICE).length];
        for (float[] stem : stems.values()) {
            for (int i = 0; i < mix.length; i++) {
                mix[i] += stem[i];
            }
        }
        return mix;
    }

    private Map<Stem, Bus> stems(boolean stereo) {
        Map<Stem, Bus> stems = new EnumMap<>(Stem.class);
        for (Stem stem : Stem.values()) {
            stems.put(stem, new Bus(length, stereo));
        }
        Score score = piece.score();
        drums(score, stems.get(Stem.DRUMS));
        layer(score.bass(), production.bass(), stems.get(Stem.BASS));
        other(score, stems.get(Stem.OTHER));
        stems.get(Stem.VOICE).add(voice(), 1, 0);
        float wet = (float) production.wet();
        stems.get(Stem.VOICE).reverberate(production.reverbSeconds(), wet, sampleRate);
        stems.get(Stem.OTHER).reverberate(production.reverbSeconds(), wet, sampleRate);
        stems.get(Stem.DRUMS).reverberate(production.reverbSeconds() * 0.6, wet * 0.5f, sampleRate);
        return stems;
    }

    private float[] voice() {
        float[] voice = new float[length];
        Melody melody = piece.score().melody();
        if (melody.sung()) {
            SingingVoice.sing(melody, sampleRate, piece.spec().seed(), voice);
            Levels.scaleTo(production.voice(), voice, sampleRate);
        }
        return voice;
    }

    private void drums(Score score, Bus bus) {
        DrumKit kit = new DrumKit(piece.plan(), sampleRate);
        float[] dry = new float[length];
        float[] sides = new float[bus.stereo() ? length : 0];
        int number = 0;
        for (Strike strike : score.drums()) {
            float[] stroke = kit.stroke(strike.drum(), number++);
            float gain = (float) (DrumKit.level(strike.drum()) * StrictMath.pow(strike.velocity(), 1.3));
            float side = gain * (float) DrumKit.pan(strike.drum());
            int first = (int) StrictMath.rint(strike.start() * sampleRate);
            int count = Math.min(stroke.length, length - first);
            for (int i = 0; i < count; i++) {
                dry[first + i] += gain * stroke[i];
            }
            for (int i = 0; i < count && bus.stereo(); i++) {
                sides[first + i] += side * stroke[i];
            }
        }
        double power = Levels.activePower(dry, sampleRate);
        float gain = power == 0 ? 0 : (float) (production.drums() / Math.sqrt(power));
        bus.add(dry, gain, 0);
        bus.addSide(sides, gain);
    }

    private void other(Score score, Bus bus) {
        double squares = 0;
        for (Layer layer : score.other()) {
            squares += layer.gain() * layer.gain();
        }
        for (Layer layer : score.other()) {
            layer(layer, production.other() * layer.gain() / Math.sqrt(squares), bus);
        }
    }

    private void layer(Layer layer, double level, Bus bus) {
        float[] dry = new float[length];
        ToneGenerator generator = new ToneGenerator(layer.timbre(), sampleRate, production.brightness());
        for (Tone tone : layer.tones()) {
            generator.play(tone, dry);
        }
        if (layer.timbre().distorted()) {
            Amplifier.drive(dry, sampleRate);
        }
        Levels.scaleTo(level, dry, sampleRate);
        bus.add(dry, 1, (float) layer.pan());
    }
}
