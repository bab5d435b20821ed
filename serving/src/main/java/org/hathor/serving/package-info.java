/**
 * What people use: each package is a feature with its rules and its store. No HTTP here; {@code serving-api} has an
 * adapter of the same name for each.
 */
package org.hathor.serving;
