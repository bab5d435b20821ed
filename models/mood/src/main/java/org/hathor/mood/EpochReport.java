package org.hathor.mood;

/**
 * One pass over the training clips, done.
 *
 * @param epoch from 1
 * @param trainingLoss mean over its steps, crops altered
 * @param validationLoss of the averaged weights, crops as they are
 * @param validationAccuracy share of validation clips whose quadrant was the likeliest; NaN where no quadrant is known
 * @param best whether no earlier epoch had a lower validation loss
 */
public record EpochReport(
        int epoch, double trainingLoss, double validationLoss, double validationAccuracy, boolean best) {}
