package org.hathor.mood;

import java.util.List;

/**
 * A row for a classical model of valence and arousal.
 *
 * @param id of the clip
 * @param song that the clip was cut from
 * @param features what was measured
 * @param quadrant the truth
 */
public record LabelledFeatures(String id, String song, ClipFeatures features, Quadrant quadrant) {
    /** The clips whose quadrant is known, measured. */
    public static List<LabelledFeatures> of(List<MoodClip> clips) {
        return clips.stream()
                .filter(clip -> clip.labels().quadrant().isPresent())
                .map(clip -> new LabelledFeatures(
                        clip.id(),
                        clip.song(),
                        ClipFeatures.of(clip.logMel()),
                        clip.labels().quadrant().orElseThrow()))
                .toList();
    }

    /** 1 or -1: what a regression of valence is fitted to. */
    public double valence() {
        return quadrant.valence();
    }

    /** 1 or -1: what a regression of arousal is fitted to. */
    public double arousal() {
        return quadrant.arousal();
    }
}
