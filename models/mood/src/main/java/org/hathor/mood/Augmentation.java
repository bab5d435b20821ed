package org.hathor.mood;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How a training crop is altered, so that the network learns what a mood does not depend on. Each crop draws its own
 * amounts, evenly.
 *
 * @param semitones most it is transposed either way, by moving its mel bands
 * @param stretch most it is made slower or faster, as a natural logarithm of the ratio
 * @param gainDb most it is made louder or softer, in decibels
 * @param maskedBands most neighbouring bands silenced (Park et al., "SpecAugment", 2019)
 * @param maskedFrames most neighbouring frames silenced
 * @param overlaid share of the crops over which another is laid, where the notes of both are known: keys are heard in
 *     more company than any piece has, and what is heard depends less on what is usually played together (Zhang et al.,
 *     "mixup", ICLR 2018, for sounds)
 */
public record Augmentation(
        int semitones, float stretch, float gainDb, int maskedBands, int maskedFrames, float overlaid) {
    public Augmentation {
        if (semitones < 0
                || !(stretch >= 0)
                || !(gainDb >= 0)
                || maskedBands < 0
                || maskedBands > LogMel.BANDS
                || maskedFrames < 0
                || !(overlaid >= 0 && overlaid <= 1)) {
            throw new IllegalArgumentException(
                    "augmentation: no amount may be negative, nor more bands masked than there are, nor a share above 1");
        }
    }

    public static Augmentation standard() {
        return new Augmentation(2, 0, 0, 0, 0, 0.8f);
    }

    /** Crops as they are. */
    public static Augmentation none() {
        return new Augmentation(0, 0, 0, 0, 0, 0);
    }

    /**
     * Writes a random crop of {@code frames} frames, altered and scaled for the network, at {@code offset} of
     * {@code out}.
     */
    Cut crop(LogMel clip, int frames, SplittableRandom random, float[] out, int offset) {
        double ratio = Math.exp(uniform(random, stretch));
        int start = random.nextInt(Math.max(1, clip.frames() - (int) Math.ceil(frames * ratio) - 1));
        int transposed = random.nextInt(2 * semitones + 1) - semitones;
        MelShift shift = new MelShift(transposed);
        float gain = (float) (uniform(random, gainDb) / Crops.SCALE_DB);
        float[] row = new float[LogMel.BANDS];
        for (int t = 0; t < frames; t++) {
            double position = start + t * ratio;
            int before = (int) position;
            Crops.row(clip, before, (float) (position - before), row);
            shift.apply(row, gain, out, offset + t * LogMel.BANDS);
        }
        maskBands(frames, random, out, offset);
        maskFrames(frames, random, out, offset);
        return new Cut(start, ratio, transposed);
    }

    /**
     * How a crop was cut.
     *
     * @param start its first frame in the clip
     * @param ratio frames of the clip to one of the crop
     * @param semitones by how much it was transposed
     */
    record Cut(int start, double ratio, int semitones) {
        /** The frame of the crop nearest to a moment of the clip; negative before the crop. */
        int frame(double seconds) {
            double inClip = seconds * LogMelFrontEnd.SAMPLE_RATE / LogMelFrontEnd.HOP_LENGTH;
            return (int) Math.round((inClip - start) / ratio);
        }
    }

    private void maskBands(int frames, SplittableRandom random, float[] out, int offset) {
        int width = random.nextInt(maskedBands + 1);
        int first = random.nextInt(LogMel.BANDS - width + 1);
        for (int t = 0; t < frames; t++) {
            int row = offset + t * LogMel.BANDS;
            Arrays.fill(out, row + first, row + first + width, Crops.SILENCE);
        }
    }

    private void maskFrames(int frames, SplittableRandom random, float[] out, int offset) {
        int width = random.nextInt(Math.min(maskedFrames, frames) + 1);
        int first = random.nextInt(frames - width + 1);
        Arrays.fill(out, offset + first * LogMel.BANDS, offset + (first + width) * LogMel.BANDS, Crops.SILENCE);
    }

    /** Drawn even for an amount of nothing, so that one setting does not change what the others draw. */
    private static double uniform(SplittableRandom random, double most) {
        return (2 * random.nextDouble() - 1) * most;
    }
}
