package org.hathor.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hathor.audio.feature.Perception.Cues;
import org.junit.jupiter.api.Test;

class PerceptionTest {
    private static final Cues MIDDLING = new Cues(-20, 6, 3, 2_000, 4_000, 1e-3, 110, 0.8, 0.5);

    @Test
    void theMapsAreThoseOfTheDefinitions() {
        Perception measures = Perception.of(new Cues(-22.5, 7, 4, 2_250, 5_000, 1e-3, 110, 1, 1));

        double activity = 1 - 1 / Math.E;
        assertThat(measures.energy()).isCloseTo((0.5 + activity + 0.5) / 3, within(1e-12));
        assertThat(measures.acousticness()).isCloseTo(0.5, within(1e-12));
        assertThat(measures.valence()).isCloseTo(0.75, within(1e-12));
        assertThat(measures.arousal()).isCloseTo((measures.energy() + 50.0 / 120 + activity) / 3, within(1e-12));
    }

    @Property
    void louderBusierAndBrighterIsMoreEnergetic(
            @ForAll @DoubleRange(min = -70, max = 5) double loudness,
            @ForAll @DoubleRange(max = 30) double louder,
            @ForAll @DoubleRange(max = 20) double onsets,
            @ForAll @DoubleRange(max = 20) double more,
            @ForAll @DoubleRange(max = 9_000) double centroid,
            @ForAll @DoubleRange(max = 9_000) double brighter) {
        Perception low = Perception.of(new Cues(loudness, 5, onsets, centroid, 3_000, 0.01, 100, 1, 0));
        Perception high = Perception.of(
                new Cues(loudness + louder, 5, onsets + more, centroid + brighter, 3_000, 0.01, 100, 1, 0));
        assertThat(high.energy()).isGreaterThanOrEqualTo(low.energy());
        assertThat(high.arousal()).isGreaterThanOrEqualTo(low.arousal());
        assertThat(high.acousticness()).isEqualTo(low.acousticness());
    }

    @Test
    void majorAndFastIsPleasanterTheSurerTheyAre() {
        assertThat(valence(1, 140, 1)).isGreaterThan(valence(0.2, 140, 1)).isGreaterThan(0.5);
        assertThat(valence(1, 140, 1)).isGreaterThan(valence(1, 140, 0.1)).isGreaterThan(valence(1, 70, 1));
        assertThat(valence(-1, 70, 1)).isLessThan(valence(-0.5, 70, 1)).isLessThan(0.5);
    }

    @Property
    void everyMeasureStaysWithinItsRange(
            @ForAll @DoubleRange(min = -70, max = 20) double loudness,
            @ForAll @DoubleRange(max = 60) double range,
            @ForAll @DoubleRange(max = 50) double onsets,
            @ForAll @DoubleRange(max = 11_025) double hertz,
            @ForAll @DoubleRange(max = 1) double flatness,
            @ForAll @DoubleRange(max = 300) double tempo,
            @ForAll @DoubleRange(min = -1, max = 1) double modality) {
        Perception measures = Perception.of(
                new Cues(loudness, range, onsets, hertz, hertz, flatness, tempo, Math.abs(modality), modality));
        assertThat(List.of(measures.energy(), measures.acousticness(), measures.valence(), measures.arousal()))
                .allMatch(value -> value >= 0 && value <= 1);
    }

    private static double valence(double modality, double tempo, double sure) {
        return Perception.of(new Cues(
                        MIDDLING.loudness(),
                        MIDDLING.loudnessRange(),
                        MIDDLING.onsetRate(),
                        MIDDLING.centroid(),
                        MIDDLING.rolloff(),
                        MIDDLING.flatness(),
                        tempo,
                        sure,
                        modality))
                .valence();
    }
}
