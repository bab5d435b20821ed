package org.hathor.simulator.music;

import org.hathor.simulator.music.Syllable.Consonant;

/**
 * Sings a tune: a glottal wave and some breath through a cascade of formant resonators (Klatt 1980), vowels that glide
 * into each other, consonants before the notes and an audible breath before each phrase.
 */
final class SingingVoice {
    /** Samples between two looks at the singer's mouth. */
    private static final int BLOCK = 32;

    private static final double[] BANDWIDTHS = {70, 90, 130, 200, 260};
    private static final double[] NASAL = {260, 1_050, 2_200, 3_000, 4_300};
    private static final double MOUTH_SECONDS = 0.03;
    private static final double ATTACK_SECONDS = 0.015;
    private static final double BREATH_SECONDS = 0.3;
    private static final float BREATH_LEVEL = 0.05f;
    private static final float FRICATION_LEVEL = 0.05f;

    private final Melody melody;
    private final Singer singer;
    private final int sampleRate;
    private final float[] out;
    private final Noise noise;
    private final double[] formants = new double[5];
    private final float[][] resonators = new float[5][5];

    private SingingVoice(Melody melody, int sampleRate, long seed, float[] out) {
        this.melody = melody;
        this.singer = melody.singer();
        this.sampleRate = sampleRate;
        this.out = out;
        this.noise = new Noise(seed);
    }

    static void sing(Melody melody, int sampleRate, long seed, float[] out) {
        SingingVoice voice = new SingingVoice(melody, sampleRate, seed, out);
        int first = 0;
        while (first < melody.notes().size()) {
            int last = first;
            while (melody.joined(last + 1)) {
                last++;
            }
            voice.phrase(first, last);
            first = last + 1;
        }
    }

    private void phrase(int first, int last) {
        double begin = melody.notes().get(first).start()
                - melody.syllables().get(first).consonant().seconds();
        double before = first == 0 ? 0 : melody.notes().get(first - 1).end();
        double breath = Math.max(before + 0.02, begin - BREATH_SECONDS - 0.03);
        int from = Math.max(0, (int) ((begin - breath > 0.12 ? breath : begin) * sampleRate));
        int to = Math.min(out.length, (int) (melody.notes().get(last).end() * sampleRate));
        double highest = 0;
        for (int i = first; i <= last; i++) {
            highest = Math.max(highest, melody.notes().get(i).midi());
        }
        double hzMax = Melody.hz(highest + 0.8);
        float[] pressed = Wavetable.of(Shape.GLOTTIS_PRESSED, hzMax, sampleRate);
        float[] soft = Wavetable.of(Shape.GLOTTIS_SOFT, hzMax, sampleRate);
        float effort = (float) Math.max(0, Math.min(1, singer.effort()));
        float breathiness = 0.035f * (1.2f - effort);
        Filter hiss = new Filter(3_600, 0.8, sampleRate);
        System.arraycopy(melody.syllables().get(first).vowel().formants(), 0, formants, 0, 5);
        for (float[] resonator : resonators) {
            resonator[3] = 0;
            resonator[4] = 0;
        }
        int note = first;
        int phase = 0;
        double hz = melody.hz(first, melody.notes().get(first).start());
        float loud = 0;
        float rough = 0;
        float blown = 0;
        for (int block = from; block < to; block += BLOCK) {
            int end = Math.min(block + BLOCK, to);
            double t = end / (double) sampleRate;
            while (note < last && t >= melody.notes().get(note + 1).start()) {
                note++;
            }
            double hzNext = t < melody.notes().get(first).start() ? hz : melody.hz(note, t);
            float loudNext = (float) voicing(note, first, last, t);
            float roughNext = FRICATION_LEVEL * (float) frication(note, first, last, t);
            float blownNext = BREATH_LEVEL * (float) breath(t, breath, begin);
            mouth(note, first, last, t, hzNext);
            int samples = end - block;
            int increment = Wavetable.increment(hz, sampleRate);
            int bend = (Wavetable.increment(hzNext, sampleRate) - increment) / samples;
            float louder = (loudNext - loud) / samples;
            float rougher = (roughNext - rough) / samples;
            float blow = (blownNext - blown) / samples;
            for (int i = block; i < end; i++) {
                int place = phase >>> Wavetable.SHIFT;
                float fraction = (phase & (1 << Wavetable.SHIFT) - 1) * Wavetable.FRACTION;
                float p = pressed[place] + fraction * (pressed[place + 1] - pressed[place]);
                float s = soft[place] + fraction * (soft[place + 1] - soft[place]);
                float white = noise.next();
                float value = loud * (s + effort * (p - s) + breathiness * white) + blown * white;
                for (float[] r : resonators) {
                    float resonated = r[0] * value + r[1] * r[3] + r[2] * r[4];
                    r[4] = r[3];
                    r[3] = resonated;
                    value = resonated;
                }
                out[i] += value + rough * hiss.high(white);
                phase += increment;
                increment += bend;
                loud += louder;
                rough += rougher;
                blown += blow;
            }
            hz = hzNext;
            loud = loudNext;
            rough = roughNext;
            blown = blownNext;
        }
    }

    /** How open the vocal folds sound, 0 to 1. */
    private double voicing(int note, int first, int last, double t) {
        Note now = melody.notes().get(note);
        double since = t - now.start();
        boolean dipped =
                note == first || !melody.syllables().get(note).consonant().voiced();
        double loud = dipped ? clip(since / ATTACK_SECONDS) : 0.3 + 0.7 * clip(since / ATTACK_SECONDS);
        if (note == last) {
            return loud * clip((now.end() - t) / Melody.RELEASE_SECONDS);
        }
        Consonant next = melody.syllables().get(note + 1).consonant();
        double left = melody.notes().get(note + 1).start() - next.seconds() - t;
        return switch (next) {
            case NONE -> loud * (0.5 + 0.5 * clip(left / 0.02));
            case NASAL -> loud * (0.3 + 0.7 * clip(left / 0.02));
            case PLOSIVE, FRICATIVE -> loud * clip(left / 0.02);
        };
    }

    /** How strong the noise of a consonant is, 0 to 1. */
    private double frication(int note, int first, int last, double t) {
        boolean ahead = t < melody.notes().get(first).start();
        int index = ahead ? first : note + 1;
        if (index > last) {
            return 0;
        }
        double left = melody.notes().get(index).start() - t;
        return switch (melody.syllables().get(index).consonant()) {
            case FRICATIVE -> {
                double share = clip(1 - left / Consonant.FRICATIVE.seconds());
                yield left < 0 ? 0 : 4 * share * (1 - share);
            }
            case PLOSIVE -> left >= 0 && left < 0.01 ? 1 : 0;
            default -> 0;
        };
    }

    private static double breath(double t, double from, double to) {
        double share = clip((t - from) / (to - 0.03 - from));
        return 4 * share * (1 - share);
    }

    /** Moves the formants towards what is sung. */
    private void mouth(int note, int first, int last, double t, double hz) {
        int next = note < last ? note + 1 : note;
        Consonant coming = melody.syllables().get(next).consonant();
        boolean ahead = t < melody.notes().get(first).start();
        boolean closing = next != note && melody.notes().get(next).start() - t < coming.seconds();
        double[] target = melody.syllables().get(closing ? next : note).vowel().formants();
        Consonant spoken = ahead ? melody.syllables().get(first).consonant() : closing ? coming : Consonant.NONE;
        if (spoken == Consonant.NASAL) {
            target = NASAL;
        }
        double share = 1 - StrictMath.exp(-BLOCK / (MOUTH_SECONDS * sampleRate));
        for (int f = 0; f < formants.length; f++) {
            formants[f] += share * (target[f] - formants[f]);
            double centre = formants[f] * singer.tract();
            // A singer whose note lies above the first formant opens the mouth (Sundberg 1975).
            centre = f == 0 ? Math.max(centre, 1.05 * hz) : centre;
            double width = BANDWIDTHS[f] * (1 + 0.5 * (1 - singer.effort()));
            float[] r = resonators[f];
            if (centre > 0.45 * sampleRate) {
                r[0] = 1;
                r[1] = 0;
                r[2] = 0;
                continue;
            }
            double radius = StrictMath.exp(-Math.PI * width / sampleRate);
            r[2] = (float) (-radius * radius);
            r[1] = (float) (2 * radius * StrictMath.cos(2 * Math.PI * centre / sampleRate));
            r[0] = 1 - r[1] - r[2];
        }
    }

    private static double clip(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
