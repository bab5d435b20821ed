package org.hathor.listening.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void framesAreAveragedIntoAsManyColumnsAsThereIsRoomFor() {
        float[][] frames = {{1, 10}, {3, 10}, {5, 20}, {7, 40}};

        assertThat(Columns.means(frames, 2)).isDeepEqualTo(new double[][] {{2, 10}, {6, 30}});
        assertThat(Columns.means(frames, 9)).isDeepEqualTo(new double[][] {{1, 10}, {3, 10}, {5, 20}, {7, 40}});
    }

    @Test
    void whatStandsOutStays() {
        assertThat(Columns.maxima(new float[] {1, 9, 2, 3, 4, 0}, 3)).containsExactly(9, 3, 4);
        assertThat(Columns.maxima(new float[] {5, 6}, 10)).containsExactly(5, 6);
    }
}
