/** What would this listener like? Matrix factorisation on Spark, judged and versioned. */
package org.hathor.batch.recommendation;
