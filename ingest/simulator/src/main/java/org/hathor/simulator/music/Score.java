package org.hathor.simulator.music;

import java.util.List;

/**
 * Everything that is played, each list in order of time.
 *
 * @param melody the tune; sung, unless one of the layers plays it
 */
record Score(List<Strike> drums, Layer bass, List<Layer> other, Melody melody) {}
