package org.hathor.audio.choice;

/**
 * One lesson for a {@link ChoiceTrainer}: alternatives, and which of them are right.
 *
 * @param alternatives {@code [alternatives][features]}
 * @param right whether each alternative is right; several may be, or none
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers are learnt from, never compared.
public record Choice(float[][] alternatives, boolean[] right) {
    public Choice {
        if (alternatives.length != right.length) {
            throw new IllegalArgumentException(alternatives.length + " alternatives, but " + right.length + " answers");
        }
    }

    /** Whether at least one alternative is right. */
    public boolean answerable() {
        for (boolean one : right) {
            if (one) {
                return true;
            }
        }
        return false;
    }
}
