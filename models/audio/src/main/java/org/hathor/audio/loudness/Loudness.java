package org.hathor.audio.loudness;

/**
 * Loudness of a whole recording. All values are finite: what is below a floor, silence among it, is given as the floor.
 *
 * @param integratedLufs programme loudness in LUFS, gated (ITU-R BS.1770-4, 2.8); at least {@link #LUFS_MIN}
 * @param rangeLu loudness range in LU (EBU Tech 3342); 0 where nothing passes the gate
 * @param momentaryMaxLufs loudest 400 ms in LUFS (EBU Tech 3341, 2.2); of a shorter recording, all of it
 * @param shortTermMaxLufs loudest 3 s in LUFS; of a shorter recording, all of it
 * @param truePeakDbtp peak of the waveform between the samples, in dB of full scale (BS.1770-4, annex 2); at least
 *     {@link #DB_MIN}
 * @param samplePeakDbfs peak of the samples themselves
 * @param rmsDbfs root mean square of all samples of all channels, 0 for a square wave at full scale
 */
public record Loudness(
        double integratedLufs,
        double rangeLu,
        double momentaryMaxLufs,
        double shortTermMaxLufs,
        double truePeakDbtp,
        double samplePeakDbfs,
        double rmsDbfs) {
    /** The absolute gate: what lies below it is not programme. */
    public static final double LUFS_MIN = -70;
    /** Floor of peaks and RMS, below the noise of 16 bits and of any converter. */
    public static final double DB_MIN = -120;

    static double decibels(double amplitude) {
        return amplitude > 0 ? Math.max(DB_MIN, 20 * Math.log10(amplitude)) : DB_MIN;
    }
}
