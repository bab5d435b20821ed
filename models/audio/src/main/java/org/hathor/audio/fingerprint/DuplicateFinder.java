package org.hathor.audio.fingerprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds tracks of an index that hold the same recording, whole or in part: the same upload twice, another coding of it,
 * an excerpt, a recording used within another.
 *
 * <p>Each track is cut into windows of 5 s, each of which is asked of all other tracks. Two windows that find the same
 * track at places that fit together make a pair; how long the tracks agree is then counted window by window. Tracks at
 * another speed are not looked for: {@link FingerprintIndex#identify} finds those.
 */
public final class DuplicateFinder {
    private static final double WINDOW_SECONDS = 5;

    /** Frames by which the offsets of two windows may differ. */
    private static final double OFFSET_TOLERANCE = 4;

    /** A window agrees when its texture correlates so much: well above what common drums and a common key give. */
    private static final double CORRELATION_MIN = 0.5;

    /** A window with fewer peaks, in silence, say, tells nothing. */
    private static final int PEAKS_MIN = 20;

    /** Places that are looked at for each window. */
    private static final int PLACES = 40;

    /** Windows that must agree. */
    private static final int WINDOWS_MIN = 2;

    private final FingerprintIndex index;
    private final Postings postings;

    /** A finder over the tracks that an index has now. */
    public DuplicateFinder(FingerprintIndex index) {
        this.index = index;
        this.postings = index.postings();
    }

    /** All pairs, each once, in the order of the index. */
    public List<Duplicate> find() {
        List<Duplicate> found = new ArrayList<>();
        for (int track = 0; track < postings.size(); track++) {
            for (Map.Entry<Integer, Double> other : counterparts(track).entrySet()) {
                if (other.getKey() > track) {
                    pair(track, other.getKey(), other.getValue(), found);
                }
            }
        }
        return found;
    }

    /** Tracks in which two windows of this one lie at the same offset, with that offset in frames. */
    private Map<Integer, Double> counterparts(int track) {
        Map<Integer, List<Double>> offsets = new HashMap<>();
        Map<Integer, Double> counterparts = new HashMap<>();
        for (Window window : windows(track)) {
            for (Search.Candidate found : new Search(postings, window.peaks(), track)
                    .at(1, window.rises(), PLACES)
                    .ranked()) {
                if (found.correlation() < CORRELATION_MIN) {
                    continue;
                }
                double offset = found.offset() - window.start();
                List<Double> before = offsets.computeIfAbsent(found.track(), key -> new ArrayList<>());
                if (before.stream().anyMatch(other -> Math.abs(other - offset) <= OFFSET_TOLERANCE)) {
                    counterparts.putIfAbsent(found.track(), offset);
                }
                before.add(offset);
            }
        }
        return counterparts;
    }

    private void pair(int track, int other, double offset, List<Duplicate> found) {
        int agreeing = 0;
        double speeds = 0;
        for (Window window : windows(track)) {
            Fingerprint there = postings.track(other);
            double start = offset + window.start();
            if (Likeness.correlation(there.texture(), window.rises(), start, 1) >= CORRELATION_MIN) {
                agreeing++;
                speeds += Alignment.near(there.constellation(), window.peaks(), start, 1)
                        .speed();
            }
        }
        if (agreeing >= WINDOWS_MIN) {
            double shorter = Math.min(
                    postings.track(track).seconds(), postings.track(other).seconds());
            double overlap = Math.min(shorter, agreeing * WINDOW_SECONDS);
            found.add(new Duplicate(
                    index.id(track),
                    index.id(other),
                    offset / Fingerprint.FRAMES_PER_SECOND,
                    overlap,
                    overlap / shorter,
                    speeds / agreeing));
        }
    }

    private List<Window> windows(int track) {
        Fingerprint whole = postings.track(track);
        int frames = (int) Math.round(WINDOW_SECONDS * Fingerprint.FRAMES_PER_SECOND);
        List<Window> windows = new ArrayList<>();
        for (int start = 0; start < whole.length(); start += frames) {
            int end = Math.min(whole.length(), start + frames);
            Constellation peaks = whole.constellation().slice(start, end);
            if (peaks.peaks() >= PEAKS_MIN) {
                windows.add(new Window(start, peaks, whole.texture().rises(start, end)));
            }
        }
        return windows;
    }

    /**
     * A few seconds of a track.
     *
     * @param start the frame at which they start
     * @param peaks in them
     * @param rises of their bands
     */
    private record Window(int start, Constellation peaks, float[][] rises) {}
}
