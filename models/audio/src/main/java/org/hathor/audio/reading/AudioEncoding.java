package org.hathor.audio.reading;

import java.util.List;

/** A codec in its usual container, and how ffmpeg is asked for it. */
public enum AudioEncoding {
    /** 16-bit linear. */
    WAV("wav", "-c:a", "pcm_s16le", "-f", "wav"),
    /** 32-bit float: samples come back bit by bit, also beyond full scale. */
    WAV_FLOAT("wav", "-c:a", "pcm_f32le", "-f", "wav"),
    /** 16-bit, lossless. */
    FLAC("flac", "-c:a", "flac", "-sample_fmt", "s16", "-f", "flac"),
    /** MPEG-1/2 layer III by LAME, at the nearest rate it knows. */
    MP3("mp3", "-c:a", "libmp3lame", "-f", "mp3"),
    /** Vorbis by ffmpeg's own encoder, which writes stereo only. */
    VORBIS("ogg", "-c:a", "vorbis", "-strict", "-2", "-ac", "2", "-f", "ogg"),
    /** Opus by libopus, always at 48 kHz. */
    OPUS("opus", "-c:a", "libopus", "-ar", "48000", "-f", "opus"),
    /** AAC-LC in an MPEG-4 file. */
    AAC("m4a", "-c:a", "aac", "-f", "ipod");

    private final String extension;
    private final List<String> arguments;

    AudioEncoding(String extension, String... arguments) {
        this.extension = extension;
        this.arguments = List.of(arguments);
    }

    /** Usual extension of its files, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether a bit rate means anything to it. */
    public boolean isLossy() {
        return this != WAV && this != WAV_FLOAT && this != FLAC;
    }

    List<String> arguments() {
        return arguments;
    }
}
