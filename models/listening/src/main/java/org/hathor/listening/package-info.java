/** A track analysed for a person, and the audio models measured against truth and peers. */
package org.hathor.listening;
