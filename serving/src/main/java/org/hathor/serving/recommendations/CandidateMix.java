package org.hathor.serving.recommendations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Ways to make one list of candidates out of several, each track once, where it comes first. */
final class CandidateMix {
    private CandidateMix() {}

    /** The first list, then what the next ones add. */
    @SafeVarargs
    static List<Candidate> inTurn(List<Candidate>... lists) {
        List<Candidate> all = new ArrayList<>();
        for (List<Candidate> list : lists) {
            all.addAll(list);
        }
        return distinct(all);
    }

    /** Two of the first list, one of the second, and so on; the rest of the longer one at the end. */
    static List<Candidate> twoToOne(List<Candidate> first, List<Candidate> second) {
        List<Candidate> all = new ArrayList<>();
        Iterator<Candidate> major = first.iterator();
        Iterator<Candidate> minor = second.iterator();
        while (major.hasNext() || minor.hasNext()) {
            for (int i = 0; i < 2 && major.hasNext(); i++) {
                all.add(major.next());
            }
            if (minor.hasNext()) {
                all.add(minor.next());
            }
        }
        return distinct(all);
    }

    private static List<Candidate> distinct(Collection<Candidate> candidates) {
        Set<String> seen = new HashSet<>();
        return candidates.stream()
                .filter(candidate -> seen.add(candidate.trackId()))
                .toList();
    }
}
