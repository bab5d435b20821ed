package org.hathor.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes events to a file, one JSON object to a line. */
final class FileSink implements EventSink {
    private final OutputStream out;
    private final Tally tally;
    private long accepted;
    private long repeats;

    FileSink(Path file, Tally tally) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.tally = tally;
    }

    @Override
    public void send(SimulatedEvent event, Copy copy) {
        try {
            out.write(EventJson.object(event));
            out.write('\n');
        } catch (IOException e) {
            throw new SinkFailedException("cannot write events: " + e.getMessage(), e);
        }
        accepted++;
        if (copy == Copy.FIRST) {
            tally.add(event);
        } else {
            repeats++;
        }
    }

    @Override
    public void flush() {}

    @Override
    public void drain() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new SinkFailedException("cannot write events: " + e.getMessage(), e);
        }
    }

    @Override
    public void hurry() {}

    @Override
    public Outcome outcome() {
        return new Outcome(accepted, repeats, Map.of(), 0);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
