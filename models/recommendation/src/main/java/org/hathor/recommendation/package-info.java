/**
 * What a recommender is judged by and made of, without an engine: interactions, splits, ranking metrics, the popularity
 * control, factors that score items, the reason behind an item, and the card that a trained model carries.
 *
 * <p>Training itself runs on Spark, in {@code pipelines/batch}; everything that decides a number lives here, so that it
 * can be tested in memory against naive oracles and used unchanged where lists are served.
 */
package org.hathor.recommendation;
