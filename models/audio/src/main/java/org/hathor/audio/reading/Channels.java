package org.hathor.audio.reading;

/** How the channels of a recording are handed out. */
public enum Channels {
    /** One: the mean of left and right; more than two are mixed down by the usual coefficients, scaled not to clip. */
    MONO,
    /** Two: a mono recording comes on both at full level, more than two are mixed down. */
    STEREO,
    /** One where one was recorded, else two: what loudness is measured on. */
    AS_RECORDED
}
