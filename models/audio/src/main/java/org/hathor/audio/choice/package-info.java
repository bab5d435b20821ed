/**
 * Choosing one of several hypotheses by what was measured about each: a small trained model that says how probable each
 * is, and how probable that none is right.
 */
package org.hathor.audio.choice;
