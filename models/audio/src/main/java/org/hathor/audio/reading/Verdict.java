package org.hathor.audio.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hathor.audio.reading.UnreadableAudioException.Reason;

/**
 * What a finished decoding was worth: nothing wrong, or the reason to set its file aside.
 *
 * <p>ffmpeg's lines are read only at levels that a file's own tags cannot imitate: tags are printed as {@code [info]}
 * and indented by four.
 *
 * @param exitStatus of the process
 * @param log its standard error
 * @param seconds length of what came out
 * @param head the file's first bytes
 * @param fileBytes size of the file
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
record Verdict(int exitStatus, String log, double seconds, byte[] head, long fileBytes) {
    private static final int SIGNAL = 128;
    private static final int SIGKILL = SIGNAL + 9;
    private static final int SIGXCPU = SIGNAL + 24;
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_STARTED = 127;
    private static final int ENOMEM = 256 - 12;
    /** A container states its length in hundredths, and a codec's padding is a frame or two. */
    private static final double LENGTH_TOLERANCE_SECONDS = 0.1;

    private static final Pattern DURATION =
            Pattern.compile("(?m)^\\[info]   Duration: (\\d+):(\\d\\d):(\\d\\d\\.\\d+)");
    private static final Pattern OPENED = Pattern.compile("(?m)^\\[info] Input #0, ");
    private static final Pattern GUESSED = Pattern.compile("(?m)\\[warning] Estimating duration from bitrate");
    private static final Pattern NO_MEMORY =
            Pattern.compile("(?m)^(\\[[^]]*] )?\\[(error|fatal)].*(Cannot allocate memory|[Oo]ut of memory)");
    /** ffmpeg takes SIGXCPU for a wish to end in good order. */
    private static final Pattern CPU_USED_UP = Pattern.compile("(?m)^\\[info] Exiting normally, received signal 24");

    private static final Pattern LEVEL = Pattern.compile("(?m)\\[(info|warning|error|fatal|panic)] ");
    private static final Pattern TROUBLE = Pattern.compile("(?m)^(?:\\[[^]]*] )?\\[(?:error|fatal)] (.*)$");
    /**
     * How files of the formats on the reader's list begin; MPEG frames without a tag are left to ffmpeg's own probe.
     */
    private static final List<String> MAGIC =
            List.of("RIFF", "RF64", "fLaC", "OggS", "ID3", "FORM", "caff", "\u001aEß£", ".snd", "wvpk", "MAC ", "TTA1");

    /** The reason why the file gives no usable samples, if there is one. */
    Optional<UnreadableAudioException> complaint(Path file, ReadingLimits limits) {
        // Whatever is wrong with a file, ffmpeg says so: a silent failure is the machine's and must not be the file's.
        if (exitStatus == NOT_STARTED
                || exitStatus == NOT_EXECUTABLE
                || (exitStatus != 0
                        && exitStatus < SIGNAL
                        && !LEVEL.matcher(log).find())) {
            throw new IllegalStateException(
                    "ffmpeg does not start on this machine (status %d): %s".formatted(exitStatus, log.strip()));
        }
        if (exitStatus == SIGXCPU || CPU_USED_UP.matcher(log).find()) {
            return complaint(Reason.TOO_SLOW, file, "decoding took more than " + limits.cpuMax() + " of processor");
        }
        if (exitStatus == SIGKILL) {
            return complaint(Reason.OUT_OF_MEMORY, file, "the decoder was killed by the system");
        }
        if (exitStatus == ENOMEM || NO_MEMORY.matcher(log).find()) {
            return complaint(
                    Reason.OUT_OF_MEMORY,
                    file,
                    "the decoder needs more than " + (limits.memoryBytesMax() >> 20) + " MiB");
        }
        if (seconds == 0) {
            return nothingCameOut(file);
        }
        if (exitStatus != 0) {
            return complaint(Reason.CORRUPT, file, "decoding failed (%s)".formatted(trouble()));
        }
        OptionalDouble declared = declaredSeconds(log);
        if (declared.isPresent()
                && seconds < declared.getAsDouble() * (1 - limits.lossMax()) - LENGTH_TOLERANCE_SECONDS) {
            return complaint(
                    Reason.CORRUPT,
                    file,
                    "only %.2f of %.2f s could be decoded".formatted(seconds, declared.getAsDouble()));
        }
        if (declaredBytes() * (1 - limits.lossMax()) > fileBytes) {
            return complaint(
                    Reason.CORRUPT, file, "only %,d of %,d bytes are there".formatted(fileBytes, declaredBytes()));
        }
        return Optional.empty();
    }

    /** Size of the file as a WAV or AIFF header has it, which ffmpeg does not hold it to; 0 where unknown. */
    private long declaredBytes() {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length < 8 || !(start.startsWith("RIFF") || start.startsWith("FORM"))) {
            return 0;
        }
        ByteOrder order = start.startsWith("RIFF") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int size = ByteBuffer.wrap(head).order(order).getInt(4);
        // Written to a pipe, a header cannot know: it says zero or the most there can be.
        return size == 0 || size == -1 || size == Integer.MAX_VALUE ? 0 : Integer.toUnsignedLong(size) + 8;
    }

    /** Length the container declares, in seconds; empty where it declares none or ffmpeg made it up. */
    static OptionalDouble declaredSeconds(String log) {
        Matcher duration = DURATION.matcher(log);
        if (!duration.find() || GUESSED.matcher(log).find()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Integer.parseInt(duration.group(1)) * 3600.0
                + Integer.parseInt(duration.group(2)) * 60.0
                + Double.parseDouble(duration.group(3)));
    }

    private Optional<UnreadableAudioException> nothingCameOut(Path file) {
        if (log.contains("not on whitelist")) {
            return complaint(Reason.NOT_AUDIO, file, "its format is none of those read here");
        }
        boolean opened = OPENED.matcher(log).find();
        if (opened && log.contains("matches no streams")) {
            return complaint(Reason.NOT_AUDIO, file, "it holds no audio stream");
        }
        if (opened && exitStatus == 0 && !TROUBLE.matcher(log).find()) {
            return complaint(Reason.EMPTY, file, "it holds no samples");
        }
        return opened || looksLikeAudio()
                ? complaint(Reason.CORRUPT, file, "nothing could be decoded (%s)".formatted(trouble()))
                : complaint(Reason.NOT_AUDIO, file, "its format is not known");
    }

    private boolean looksLikeAudio() {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return MAGIC.stream().anyMatch(start::startsWith) || (start.length() > 8 && start.startsWith("ftyp", 4));
    }

    private String trouble() {
        Matcher lines = TROUBLE.matcher(log);
        return lines.find() ? lines.group(1).strip() : "exit status " + exitStatus;
    }

    private static Optional<UnreadableAudioException> complaint(Reason reason, Path file, String detail) {
        return Optional.of(new UnreadableAudioException(reason, file, detail));
    }
}
