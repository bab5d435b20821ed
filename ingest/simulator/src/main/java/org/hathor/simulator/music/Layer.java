package org.hathor.simulator.music;

import java.util.List;

/**
 * What one instrument plays.
 *
 * @param gain how loud it is in the mix, 1 is usual
 * @param pan where it stands, -1 left to 1 right
 * @param tones in order of their starts
 */
record Layer(Timbre timbre, double gain, double pan, List<Tone> tones) {}
