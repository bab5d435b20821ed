package org.hathor.audio.reading;

import java.nio.file.Path;

/** A file that gives no usable samples: its own fault, not the machine's, so a batch sets it aside and goes on. */
public class UnreadableAudioException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String file;

    public UnreadableAudioException(Reason reason, Path file, String detail) {
        super("%s: %s; %s".formatted(printable(file), detail, reason.fix));
        this.reason = reason;
        this.file = file.toString();
    }

    public Reason reason() {
        return reason;
    }

    /** Path of the file as it was asked for. */
    public String file() {
        return file;
    }

    /** A file's name may hold anything but a slash; a line of a log must not break on it. */
    private static String printable(Path file) {
        return file.toString().replaceAll("\\p{Cntrl}", "?");
    }

    /** Why a file was set aside. */
    public enum Reason {
        /** There is no such file. */
        MISSING("check the path"),
        /** A folder, a pipe, a device, or a file without permission to read. */
        NOT_A_FILE("give a regular file that this user may read"),
        /** No bytes, or a container without a single sample. */
        EMPTY("fetch or export the file again"),
        /** No known audio format, or a film without sound. */
        NOT_AUDIO("give mp3, flac, ogg, opus, wav, m4a or another audio format"),
        /** An audio format, but more of it undecodable than the limit allows. */
        CORRUPT("fetch or export the file again"),
        /** Nothing above the level of silence. */
        SILENT("check the recording"),
        /** More samples than the limit, whatever the container declares. */
        TOO_LONG("split the recording or raise lengthMax"),
        /** More bytes than the limit. */
        TOO_LARGE("encode it smaller or raise fileBytesMax"),
        /** The decoder used up its time. */
        TOO_SLOW("try again on a quiet machine or raise cpuMax and waitMax"),
        /** The decoder asked for more memory than it may have. */
        OUT_OF_MEMORY("strip embedded pictures and tags or raise memoryBytesMax");

        private final String fix;

        Reason(String fix) {
            this.fix = fix;
        }
    }
}
