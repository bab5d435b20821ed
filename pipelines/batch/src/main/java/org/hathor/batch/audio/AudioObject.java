package org.hathor.batch.audio;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;

/**
 * A file of sound that a job is to analyse.
 *
 * @param source where it was found: {@link ObjectFolder#CATALOGUE}, or {@code folder:} and the folder's path
 * @param trackId whose sound it is; within a source, one object has it
 * @param object the file's path below its folder
 * @param location the file itself
 * @param bytes its size
 * @param contentHash SHA-256 of its bytes in hexadecimal; empty while unknown, or when the file cannot be read
 */
public record AudioObject(String source, String trackId, String object, String location, long bytes, String contentHash)
        implements Serializable {
    /** The largest first, so that no long task is left to the end; of equals, by track. */
    static final Comparator<AudioObject> LARGEST_FIRST =
            Comparator.comparingLong(AudioObject::bytes).reversed().thenComparing(AudioObject::trackId);

    public AudioObject {
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(trackId, "trackId is null");
        Objects.requireNonNull(object, "object is null");
        Objects.requireNonNull(location, "location is null");
        Objects.requireNonNull(contentHash, "contentHash is null");
    }

    AudioObject withContentHash(String hash) {
        return new AudioObject(source, trackId, object, location, bytes, hash);
    }

    Path file() {
        return Path.of(location);
    }
}
