package org.hathor.mood;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a training depends on, as one hash: network, front end, settings, and every clip with its labels and side. */
record TrainingFingerprint(TrainingSettings settings, SplitClips clips) {
    String hash() {
        MessageDigest digest = sha256();
        digest.update((MoodNetwork.VERSION + ' ' + LogMelFrontEnd.VERSION + ' ').getBytes(StandardCharsets.UTF_8));
        digest.update(settings.toString().getBytes(StandardCharsets.UTF_8));
        for (List<MoodClip> side : List.of(clips.training(), clips.validation())) {
            digest.update((byte) '|');
            for (MoodClip clip : side) {
                digest.update((clip.id() + ' ' + clip.song() + ' ' + clip.labels() + ' ' + clip.notes())
                        .getBytes(StandardCharsets.UTF_8));
                digest.update(clip.logMel().levels());
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
