package org.hathor.audio.spectrum;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Frames transformed in double precision, each when it is read and none kept: for what the quietest bins of a frame
 * decide, which in single precision the loudest cover, 130 dB below them.
 */
final class ExactFrames implements FrameSource {
    private final StftSettings settings;
    private final int sampleRate;
    private final double[] window;
    private final float[] y;

    /** @param y a checked signal */
    ExactFrames(StftSettings settings, int sampleRate, float[] y) {
        this.settings = settings;
        this.sampleRate = sampleRate;
        this.window = settings.paddedWindow();
        this.y = y;
    }

    @Override
    public StftSettings settings() {
        return settings;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int frames() {
        return settings.frames(y.length);
    }

    @Override
    public void forEachFrame(FrameReader reader) {
        float[] power = new float[bins()];
        forEachSpectrum((t, spectrum) -> {
            int nyquist = power.length - 1;
            power[0] = (float) (spectrum[0] * spectrum[0]);
            power[nyquist] = (float) (spectrum[1] * spectrum[1]);
            for (int k = 1; k < nyquist; k++) {
                double re = spectrum[2 * k];
                double im = spectrum[2 * k + 1];
                power[k] = (float) (re * re + im * im);
            }
            reader.read(t, power);
        });
    }

    /**
     * Takes one frame's bins: real and imaginary parts in turn, but for the first two, which are the first and last
     * bin.
     */
    interface SpectrumReader {
        void read(int frame, double[] spectrum);
    }

    void forEachSpectrum(SpectrumReader reader) {
        double[] buffer = new double[settings.nFft()];
        DoubleFFT_1D fft = new DoubleFFT_1D(settings.nFft());
        for (int t = 0; t < frames(); t++) {
            int start = settings.start(t);
            boolean inside = start >= 0 && start + buffer.length <= y.length;
            for (int n = 0; n < buffer.length; n++) {
                float sample = inside ? y[start + n] : settings.padMode().sample(y, start + n);
                buffer[n] = sample * window[n];
            }
            fft.realForward(buffer);
            reader.read(t, buffer);
        }
    }
}
