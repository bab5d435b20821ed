package org.hathor.serving.music;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A track with its play statistics. */
public record TrackDetails(@JsonUnwrapped Track track, TrackStatistics statistics) {}
