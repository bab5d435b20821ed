/** How loud a recording is heard to be, how much that varies, and how high its waveform goes. */
package org.hathor.audio.loudness;
