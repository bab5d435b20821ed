package org.hathor.audio.fingerprint;

/** Bytes that are no fingerprint, or none that this version reads. The message says what is wrong and what helps. */
public class FingerprintFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FingerprintFormatException(String message) {
        super(message);
    }
}
