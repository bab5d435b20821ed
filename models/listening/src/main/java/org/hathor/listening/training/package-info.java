/** How the small models inside the audio features are trained again: on generated pieces, whose truth is known. */
package org.hathor.listening.training;
