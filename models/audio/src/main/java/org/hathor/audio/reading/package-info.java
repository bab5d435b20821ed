/**
 * Files to samples and back, by ffmpeg as a child process that is trusted with nothing: it sees one open file
 * descriptor, no file system and no network, and lives within limits of time, memory and length.
 */
package org.hathor.audio.reading;
