package org.hathor.mood;

/** Pieces of a spectrogram as the network takes them: decibels moved and scaled to about one. */
final class Crops {
    static final float SCALE_DB = 25;
    private static final float CENTRE_DB = -35;

    /** What stands for no sound. */
    static final float SILENCE = (LogMel.FLOOR_DB - CENTRE_DB) / SCALE_DB;

    /** By how many decibels two sounds are louder than the louder one, for each half decibel between them. */
    private static final float[] LOUDER_DB = louder();

    private static final int STEPS_PER_DB = 2;

    private Crops() {}

    private static float[] louder() {
        float[] louder = new float[80];
        for (int i = 0; i < louder.length; i++) {
            louder[i] = (float) (10 * Math.log10(1 + Math.pow(10, -i / (10.0 * STEPS_PER_DB))));
        }
        return louder;
    }

    /** Lays a sound over values at {@code offset}: powers add up. */
    static void overlay(float[] sound, float[] values, int offset) {
        for (int i = 0; i < sound.length; i++) {
            float here = values[offset + i];
            int apart = Math.round(Math.abs(here - sound[i]) * SCALE_DB * STEPS_PER_DB);
            float added = apart < LOUDER_DB.length ? LOUDER_DB[apart] / SCALE_DB : 0;
            values[offset + i] = Math.max(here, sound[i]) + added;
        }
    }

    /** The frame {@code share} of the way from one to the next; beyond the end there is silence. */
    static void row(LogMel clip, int frame, float share, float[] row) {
        for (int b = 0; b < row.length; b++) {
            float here = value(clip, frame, b);
            row[b] = share == 0 ? here : here + share * (value(clip, frame + 1, b) - here);
        }
    }

    /**
     * Evenly spaced crops that together cover a clip, at most {@code most} of them: {@code float[crops × frames ×
     * BANDS]}. A clip shorter than a crop is one crop, ended by silence.
     */
    static float[] covering(LogMel clip, int frames, int most) {
        int crops = Math.max(1, Math.min(most, (int) Math.ceil((double) clip.frames() / frames)));
        int room = Math.max(0, clip.frames() - frames);
        float[] out = new float[crops * frames * LogMel.BANDS];
        for (int c = 0; c < crops; c++) {
            int start = crops == 1 ? room / 2 : (int) ((long) room * c / (crops - 1));
            for (int t = 0; t < frames; t++) {
                for (int b = 0; b < LogMel.BANDS; b++) {
                    out[(c * frames + t) * LogMel.BANDS + b] = value(clip, start + t, b);
                }
            }
        }
        return out;
    }

    private static float value(LogMel clip, int frame, int band) {
        return frame < clip.frames() ? (clip.decibels(frame, band) - CENTRE_DB) / SCALE_DB : SILENCE;
    }
}
