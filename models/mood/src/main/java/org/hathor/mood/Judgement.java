package org.hathor.mood;

import java.util.List;
import java.util.Map;

/**
 * A network's mean loss and accuracy over clips, uncalibrated, each clip heard whole.
 *
 * @param loss cross-entropy of the quadrants plus binary cross-entropy of the moods, plus {@link KeyLoss} of what is
 *     played, each the mean over what is known
 * @param accuracy share of clips whose known quadrant was the likeliest; NaN where none is known
 */
record Judgement(double loss, double accuracy) {
    static Judgement of(MoodNetwork network, TrainingSettings settings, List<MoodClip> clips) {
        double quadrantLoss = 0;
        double moodLoss = 0;
        int right = 0;
        int quadrants = 0;
        int moods = 0;
        double keyLoss = 0;
        int played = 0;
        for (MoodClip clip : clips) {
            float[] logits = network.judge(clip.logMel(), settings.frames());
            if (clip.labels().quadrant().isPresent()) {
                int truth = clip.labels().quadrant().get().ordinal();
                double[] shares = Calibration.softmax(logits, 1);
                quadrantLoss -= Math.log(Math.max(1e-12, shares[truth]));
                right += MoodMetrics.argMax(shares) == truth ? 1 : 0;
                quadrants++;
            }
            for (Map.Entry<Mood, Boolean> mood : clip.labels().moods().entrySet()) {
                double z = logits[MoodNetwork.QUADRANTS + mood.getKey().ordinal()];
                moodLoss += Math.max(z, 0) - (mood.getValue() ? z : 0) + Math.log1p(Math.exp(-Math.abs(z)));
                moods++;
            }
            if (!clip.notes().isEmpty()) {
                keyLoss += network.keyLoss(clip);
                played++;
            }
        }
        return new Judgement(
                quadrantLoss / Math.max(1, quadrants)
                        + moodLoss / Math.max(1, moods)
                        + settings.playedWeight() * keyLoss / Math.max(1, played),
                quadrants == 0 ? Double.NaN : (double) right / quadrants);
    }
}
