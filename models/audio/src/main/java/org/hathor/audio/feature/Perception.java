package org.hathor.audio.feature;

/**
 * Measures of how music strikes a listener, as stated maps of measured features: each term rises steadily between two
 * anchors and stays put beyond them, and all terms of a measure weigh the same unless said otherwise. The terms are the
 * cues that listening experiments name; the anchors are round figures, not fitted to any recordings.
 *
 * <ul>
 *   <li><b>energy</b>: loudness (-40 to -5 LUFS), activity (1 - e<sup>-onsets a second / 4</sup>) and brightness
 *       (spectral centroid of sounding frames, 500 to 4,000 Hz); P. N. Juslin and P. Laukka, "Communication of emotions
 *       in vocal expression and music performance", Psychological Bulletin 129 (2003): level, rate and high-frequency
 *       energy go with activity. Raising the level never lowers it.
 *   <li><b>acousticness</b>: darkness (spectral roll-off, 8,000 down to 2,000 Hz), tonality (flatness, 10<sup>-1</sup>
 *       down to 10<sup>-5</sup>) and dynamics (loudness range, 2 to 12 LU): struck, plucked and blown instruments lose
 *       their high partials, sound in partials, and are not compressed; N. H. Fletcher and T. D. Rossing, The Physics
 *       of Musical Instruments (1998). The level does not change it. It tells amplified from unamplified
 *       <em>sound</em>, not how it was made.
 *   <li><b>valence</b>: 0.5 is neutral; major or minor (weighted by the key's confidence) moves it by up to 0.25, tempo
 *       (60 to 160 BPM, weighted by the tempo's confidence) by 0.175, brightness by 0.075; T. Eerola, A. Friberg and R.
 *       Bresin, "Emotional expression in music: contribution, linearity, and additivity of primary musical cues",
 *       Frontiers in Psychology 4:487 (2013): mode first, then tempo, then register and timbre, and they add up.
 *   <li><b>arousal</b>: energy, tempo (60 to 180 BPM) and activity; E. Schubert, "Modeling perceived emotion with
 *       continuous musical features", Music Perception 21 (2004): loudness and tempo.
 * </ul>
 *
 * <p>Valence and arousal by a model that learnt them from labelled music come with the mood network; these are what can
 * be said without one. There is no measure of instrumentalness: a mix does not tell a voice from a violin by any of the
 * features here, and a number that looks as if it did would mislead.
 *
 * @param energy in [0, 1]
 * @param acousticness in [0, 1]
 * @param valence in [0, 1]
 * @param arousal in [0, 1]
 */
record Perception(double energy, double acousticness, double valence, double arousal) {
    /** Nothing sounds: no energy, and neither a good nor a bad feeling. */
    static final Perception SILENCE = new Perception(0, 0, 0.5, 0);

    private static final double ONSETS_A_SECOND = 4;

    /**
     * What the measures are made of; spectral means are over frames that sound.
     *
     * @param loudness integrated, LUFS
     * @param loudnessRange LU
     * @param onsetRate a second
     * @param centroid Hz
     * @param rolloff Hz
     * @param flatness (0, 1]
     * @param tempo BPM
     * @param tempoConfidence [0, 1]
     * @param modality 1 for major, -1 for minor, times the key's confidence
     */
    record Cues(
            double loudness,
            double loudnessRange,
            double onsetRate,
            double centroid,
            double rolloff,
            double flatness,
            double tempo,
            double tempoConfidence,
            double modality) {}

    static Perception of(Cues cues) {
        double activity = 1 - Math.exp(-cues.onsetRate() / ONSETS_A_SECOND);
        double brightness = ramp(cues.centroid(), 500, 4_000);
        double energy = (ramp(cues.loudness(), -40, -5) + activity + brightness) / 3;
        double acousticness = (1
                        - ramp(cues.rolloff(), 2_000, 8_000)
                        + 1
                        - ramp(Math.log10(Math.max(1e-10, cues.flatness())), -5, -1)
                        + ramp(cues.loudnessRange(), 2, 12))
                / 3;
        double pace = (2 * ramp(cues.tempo(), 60, 160) - 1) * cues.tempoConfidence();
        double valence = 0.5 + 0.25 * cues.modality() + 0.175 * pace + 0.075 * (2 * brightness - 1);
        double arousal = (energy + ramp(cues.tempo(), 60, 180) + activity) / 3;
        return new Perception(within(energy), within(acousticness), within(valence), within(arousal));
    }

    /** 0 up to {@code low}, 1 from {@code high} on, straight between. */
    static double ramp(double x, double low, double high) {
        return within((x - low) / (high - low));
    }

    private static double within(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
