package org.hathor.simulator;

import java.util.Arrays;

/**
 * Where listeners live. Offsets are standard time the whole year round, so that no release of the time zone data
 * changes an event.
 */
enum Country {
    US(24, -360),
    BR(10, -180),
    MX(7, -360),
    GB(8, 0),
    DE(8, 60),
    FR(6, 60),
    ES(5, 60),
    IT(5, 60),
    NL(2.5, 60),
    SE(2, 60),
    PL(3, 60),
    TR(4, 180),
    EG(1.5, 120),
    NG(2, 60),
    ZA(1.5, 120),
    IN(9, 330),
    ID(5, 420),
    PH(4, 480),
    JP(5, 540),
    KR(3, 540),
    AU(3, 600),
    CA(4, -300),
    AR(3, -180),
    CL(1.5, -240);

    private static final Country[] ALL = values();
    private static final double[] WEIGHTS =
            Arrays.stream(ALL).mapToDouble(country -> country.weight).toArray();

    private final double weight;
    private final int utcOffsetMinutes;

    Country(double weight, int utcOffsetMinutes) {
        this.weight = weight;
        this.utcOffsetMinutes = utcOffsetMinutes;
    }

    long utcOffsetMs() {
        return utcOffsetMinutes * 60_000L;
    }

    static Country draw(Randomness random) {
        return ALL[random.weighted(WEIGHTS)];
    }
}
