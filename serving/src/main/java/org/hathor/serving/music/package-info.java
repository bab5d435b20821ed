/** What is known of the music: what a track is called and how it has been played. */
package org.hathor.serving.music;
