package org.hathor.audio.feature;

import org.hathor.audio.Pcm;
import org.hathor.audio.loudness.LoudnessMeter;
import org.hathor.audio.rhythm.RhythmAnalyser;
import org.hathor.audio.spectrum.SpectralFeatures;
import org.hathor.audio.tonality.PitchClasses;
import org.hathor.simulator.music.*;

/** Where the time goes. */
final class ExtractTiming {
    public static void main(String[] a) {
        Piece piece = Composer.compose(PieceSpec.random(7));
        float[] mix = Synthesizer.render(piece, 44100).mix();
        Pcm pcm = new Pcm(new float[][] {mix, mix.clone()}, 44100);
        System.out.println(pcm.seconds());
        var mx = java.lang.management.ManagementFactory.getThreadMXBean();
        FeatureExtractor ex = new FeatureExtractor();
        for (int i = 0; i < 8; i++) {
            long t0 = mx.getCurrentThreadCpuTime();
            float[] y = new Resampler(44100, 22050).apply(pcm.toMono());
            long t1 = mx.getCurrentThreadCpuTime();
            SpectralFeatures s = SpectralFeatures.of(y, 22050);
            long t2 = mx.getCurrentThreadCpuTime();
            SpectralSummary.of(s);
            long t3 = mx.getCurrentThreadCpuTime();
            LoudnessMeter.measure(pcm);
            long t4 = mx.getCurrentThreadCpuTime();
            PitchClasses pc = PitchClasses.of(y, 22050);
            long t5 = mx.getCurrentThreadCpuTime();
            new RhythmAnalyser().analyse(y, 22050, pc);
            long t6 = mx.getCurrentThreadCpuTime();
            Danceability.of(y, 22050);
            long t7 = mx.getCurrentThreadCpuTime();
            PitchSummary.of(y, 22050);
            long t8 = mx.getCurrentThreadCpuTime();
            var f = ex.extract(pcm);
            long t9 = mx.getCurrentThreadCpuTime();
            System.out.printf("resample %d stft %d summary %d loud %d pc %d rhythm %d dance %d pitch %d | all %d ms => %.0f x%n", (t1-t0)/1000000,(t2-t1)/1000000,(t3-t2)/1000000,(t4-t3)/1000000,(t5-t4)/1000000,(t6-t5)/1000000,(t7-t6)/1000000,(t8-t7)/1000000,(t9-t8)/1000000, pcm.seconds()*1e9/(t9-t8));
            if (i == 7) System.out.println(piece.tempoBpm() + " " + piece.key() + " " + f.tempo() + " " + f.key() + f.mode() + " energy " + f.energy() + " dance " + f.danceability() + " ac " + f.acousticness() + " v " + f.valence() + " a " + f.arousal() + piece.quadrant());
        }
    }
}
