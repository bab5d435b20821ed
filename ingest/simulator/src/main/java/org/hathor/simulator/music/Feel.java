package org.hathor.simulator.music;

/** How time goes within a piece. */
public enum Feel {
    /** Beats are even, and so are their halves. */
    STRAIGHT,
    /** Beats are even; the second half of each comes late. */
    SWING,
    /** Beats are even, and each falls into three. */
    TRIPLET,
    /** As {@link #STRAIGHT}, with a tempo that slowly wanders by up to 4 % to each side. */
    DRIFT
}
