package org.hathor.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WaveformOutlineTest {
    @Property(tries = 50)
    void everySpanHoldsItsLowestAndHighestSample(@ForAll @IntRange(min = 1, max = 5_000) int length) {
        float[] y = new float[length];
        for (int n = 0; n < length; n++) {
            y[n] = (float) (1.5 * Math.sin(n * 0.7));
        }
        float[] outline = WaveformOutline.of(y);
        for (int s = 0; s < WaveformOutline.SPANS; s++) {
            int from = (int) Math.floor((double) s * length / WaveformOutline.SPANS);
            int to = Math.max(from + 1, (int) Math.floor((s + 1.0) * length / WaveformOutline.SPANS));
            float lowest = 1;
            float highest = -1;
            for (int i = from; i < to; i++) {
                lowest = Math.min(lowest, Math.max(-1, y[i]));
                highest = Math.max(highest, Math.min(1, y[i]));
            }
            assertThat(outline[2 * s]).isEqualTo(lowest);
            assertThat(outline[2 * s + 1]).isEqualTo(highest);
        }
    }
}
