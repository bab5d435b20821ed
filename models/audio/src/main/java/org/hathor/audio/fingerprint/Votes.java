package org.hathor.audio.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The places on the line of all tracks at which a query may begin, with how many landmarks say so. */
final class Votes {
    /** A vote may be this many frames early or late. */
    private static final int TOLERANCE = 1;

    private static final int BYTES = 4;

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

    /** The places with the most votes, two at least, most first; of those next to one another, the best. */
    List<Place> best(int limit) {
        List<Place> all = summits();
        int votesMin = votesOfTheLast(all, limit);
        return all.stream()
                .filter(place -> place.votes() >= votesMin)
                .sorted(Comparator.comparingInt(Place::votes).reversed())
                .limit(limit)
                .toList();
    }

    /** So that a few of very many places are sorted. */
    private static int votesOfTheLast(List<Place> places, int limit) {
        int most = places.stream().mapToInt(Place::votes).max().orElse(0);
        int[] ofVotes = new int[most + 1];
        places.forEach(place -> ofVotes[place.votes()]++);
        int votes = most;
        for (int above = 0; votes > 0 && above + ofVotes[votes] < limit; votes--) {
            above += ofVotes[votes];
        }
        return votes;
    }

    /** The places with more votes than those within twice the tolerance. */
    private List<Place> summits() {
        sort();
        List<Place> summits = new ArrayList<>();
        Place last = new Place(Integer.MIN_VALUE / 2, 0);
        int end = 0;
        for (int start = 0; start < count; start++) {
            if (start > 0 && places[start] == places[start - 1]) {
                continue;
            }
            end = Math.max(end, start);
            while (end < count && places[end] <= places[start] + 2 * TOLERANCE) {
                end++;
            }
            int votes = end - start;
            int frame = places[start] + TOLERANCE;
            boolean near = frame - last.frame() <= 2 * TOLERANCE;
            if (votes < 2 || near && votes <= last.votes()) {
                continue;
            }
            if (near) {
                summits.remove(summits.size() - 1);
            }
            last = new Place(frame, votes);
            summits.add(last);
        }
        return summits;
    }

    /** Radix sort, least significant byte first: there may be millions of votes. */
    private void sort() {
        if (scratch.length < count) {
            scratch = new int[places.length];
        }
        int[][] starts = new int[BYTES][257];
        for (int i = 0; i < count; i++) {
            for (int position = 0; position < BYTES; position++) {
                starts[position][digit(places[i], position) + 1]++;
            }
        }
        for (int position = 0; position < BYTES; position++) {
            int[] next = starts[position];
            if (count == 0 || next[digit(places[0], position) + 1] == count) {
                continue; // all alike in this byte
            }
            for (int digit = 0; digit < 256; digit++) {
                next[digit + 1] += next[digit];
            }
            for (int i = 0; i < count; i++) {
                scratch[next[digit(places[i], position)]++] = places[i];
            }
            int[] sorted = scratch;
            scratch = places;
            places = sorted;
        }
    }

    /** The top bit is turned, so that negative numbers come first. */
    private static int digit(int value, int position) {
        return (value ^ Integer.MIN_VALUE) >>> 8 * position & 0xff;
    }
}
