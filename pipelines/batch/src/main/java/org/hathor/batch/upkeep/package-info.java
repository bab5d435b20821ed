/** Keeping the lake's files few and its past bounded. */
package org.hathor.batch.upkeep;
