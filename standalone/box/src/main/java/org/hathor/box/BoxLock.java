package org.hathor.box;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees to it that only one box works on a data folder; the kernel frees the lock however the holder ends. */
final class BoxLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private BoxLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws CommandException when another box holds the folder, or the folder cannot be written */
    static BoxLock acquire(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel =
                    FileChannel.open(data.resolve("box.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CommandException("a box is running on %s already: see ./hathor status".formatted(data));
            }
            return new BoxLock(channel, lock);
        } catch (IOException e) {
            throw new CommandException("the data folder %s cannot be written: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** Null when another process, or this one already, holds it. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
