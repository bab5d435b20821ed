package org.hathor.audio.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The places on the line of all tracks at which a query may begin, with how many landmarks say so. */
final class Votes {
    /** A vote may be this many frames early or late. */
    private static final int TOLERANCE = 1;

    private int[] places = new int[1 << 16];
    private int[] scratch = new int[0];
    private int count;

    /** A place with its votes. */
    record Place(int frame, int votes) {}

    void add(int frame) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = frame;
    }

    void clear() {
        count = 0;
    }

    /** The places with the most votes, most first; none within the tolerance of one another. */
    List<Place> best(int limit) {
        sort();
        List<Place> best = new ArrayList<>();
        int votesMin = 2;
        int end = 0;
        for (int start = 0; start < count; start++) {
            if (start > 0 && places[start] == places[start - 1]) {
                continue;
            }
            end = Math.max(end, start);
            while (end < count && places[end] <= places[start] + 2 * TOLERANCE) {
                end++;
            }
            if (end - start >= votesMin) {
                offer(best, new Place(places[start] + TOLERANCE, end - start), limit);
                votesMin = best.size() < limit ? votesMin : best.get(limit - 1).votes() + 1;
            }
        }
        return best;
    }

    private static void offer(List<Place> best, Place place, int limit) {
        for (int i = 0; i < best.size(); i++) {
            if (Math.abs(best.get(i).frame() - place.frame()) <= 2 * TOLERANCE) {
                if (best.get(i).votes() >= place.votes()) {
                    return;
                }
                best.remove(i--);
            }
        }
        best.add(place);
        best.sort(Comparator.comparingInt(Place::votes).reversed());
        if (best.size() > limit) {
            best.remove(limit);
        }
    }

    /** Radix sort, least significant byte first: there may be millions of votes. */
    private void sort() {
        if (scratch.length < count) {
            scratch = new int[places.length];
        }
        for (int shift = 0; shift < 32; shift += 8) {
            int[] starts = new int[257];
            for (int i = 0; i < count; i++) {
                starts[digit(places[i], shift) + 1]++;
            }
            for (int digit = 0; digit < 256; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int i = 0; i < count; i++) {
                scratch[starts[digit(places[i], shift)]++] = places[i];
            }
            int[] sorted = scratch;
            scratch = places;
            places = sorted;
        }
    }

    /** The top bit is turned, so that negative numbers come first. */
    private static int digit(int value, int shift) {
        return (value ^ Integer.MIN_VALUE) >>> shift & 0xff;
    }
}
