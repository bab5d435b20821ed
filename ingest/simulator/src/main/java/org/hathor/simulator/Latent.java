package org.hathor.simulator;

/** A direction of taste: a unit vector in the space where listeners and tracks meet. */
final class Latent {
    private static final int DIMENSIONS = 16;

    private final double[] unit;

    private Latent(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        double length = StrictMath.sqrt(squares);
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= length;
        }
        this.unit = vector;
    }

    /** A direction drawn evenly from the sphere. */
    static Latent random(Randomness random) {
        double[] vector = new double[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = random.gaussian();
        }
        return new Latent(vector);
    }

    /** The direction between two, nearer to the other the greater its share, 0 to 1. */
    Latent towards(Latent other, double share) {
        double[] vector = new double[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (1 - share) * unit[i] + share * other.unit[i];
        }
        return new Latent(vector);
    }

    /** A direction near this one; at spread 1 the noise is as long as the direction itself. */
    Latent near(double spread, Randomness random) {
        double[] vector = unit.clone();
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] += spread * random.gaussian() / StrictMath.sqrt(DIMENSIONS);
        }
        return new Latent(vector);
    }

    /** Cosine of the angle between the two. */
    double cosine(Latent other) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += unit[i] * other.unit[i];
        }
        return sum;
    }
}
