package org.hathor.simulator.music;

import java.util.List;

/** Everything that is played, each list in order of time. */
record Score(List<Strike> drums, List<Tone> bass, List<Tone> other, List<Note> melody) {}
