package org.hathor.mood;

/** Pieces of a spectrogram as the network takes them: decibels moved and scaled to about one. */
final class Crops {
    static final float SCALE_DB = 20;
    private static final float CENTRE_DB = -45;

    /** What stands for no sound. */
    static final float SILENCE = (LogMel.FLOOR_DB - CENTRE_DB) / SCALE_DB;

    private Crops() {}

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
