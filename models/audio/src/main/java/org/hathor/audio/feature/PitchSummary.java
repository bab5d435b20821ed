package org.hathor.audio.feature;

import java.util.Arrays;
import org.hathor.audio.pitch.PitchSettings;
import org.hathor.audio.pitch.PitchTrack;
import org.hathor.audio.pitch.ProbabilisticYin;

/**
 * The pitch of a track as a whole, from C2 to C7 by {@link ProbabilisticYin} every 46 ms: the melody where one voice
 * leads, the most periodic voice elsewhere. In music of many voices few frames are voiced; that share says how far the
 * rest can be relied on.
 *
 * @param median of voiced frames, in hertz; 0 where none is voiced
 * @param range from the 5th to the 95th percentile of voiced frames, in semitones
 * @param voicedShare of all frames, in [0, 1]
 */
record PitchSummary(double median, double range, double voicedShare) {
    static PitchSummary of(float[] y, int sampleRate) {
        PitchSettings voice = PitchSettings.voice(sampleRate);
        // Every second frame of a voice's: of a whole track, that is enough.
        PitchSettings settings = voice.withFrames(voice.frameLength(), voice.winLength(), 2 * voice.hopLength());
        PitchTrack track = new ProbabilisticYin(settings).track(y);
        float[] voiced = new float[track.voiced().length];
        int count = 0;
        for (int frame = 0; frame < voiced.length; frame++) {
            if (track.voiced()[frame] && track.frequency()[frame] > 0) {
                voiced[count++] = track.frequency()[frame];
            }
        }
        if (count == 0) {
            return new PitchSummary(0, 0, 0);
        }
        Arrays.sort(voiced, 0, count);
        double low = quantile(voiced, count, 0.05);
        double high = quantile(voiced, count, 0.95);
        return new PitchSummary(
                quantile(voiced, count, 0.5), 12 * Math.log(high / low) / Math.log(2), (double) count / voiced.length);
    }

    private static double quantile(float[] sorted, int count, double share) {
        return sorted[(int) Math.round(share * (count - 1))];
    }
}
