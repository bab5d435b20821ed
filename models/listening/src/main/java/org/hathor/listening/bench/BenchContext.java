package org.hathor.listening.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a section is given.
 *
 * @param root the checkout
 * @param data where the real recordings and annotations lie; may not exist
 * @param scratch a folder of this run, deleted at its end
 * @param peers the Python programs we are held against
 * @param progress the line on standard error
 */
public record BenchContext(Path root, Path data, Path scratch, Peers peers, Progress progress) {
    public BenchContext {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(scratch, "scratch");
        Objects.requireNonNull(peers, "peers");
        Objects.requireNonNull(progress, "progress");
    }

    /** A folder of the real data, or nothing where this machine lacks it. */
    public Optional<Path> dataSet(String folder) {
        return Optional.of(data.resolve(folder)).filter(Files::isDirectory);
    }
}
