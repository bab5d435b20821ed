package org.hathor.serving.recommendations;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Cuts pages from a list of candidates: best first, nothing twice, nothing just heard, and artists spaced over the
 * borders of pages. Where the rule leaves nothing that may come next, the feed ends.
 *
 * <p>Greedy: each place takes the best candidate that the places before it admit.
 */
final class FeedPager {
    private FeedPager() {}

    /**
     * @param shown indices of all that has been shown after this page, in order
     * @param page indices of this page, in order
     * @param more whether something may follow
     */
    record Cut(List<Integer> shown, List<Integer> page, More more) {}

    /** Whether a feed goes on. */
    enum More {
        YES,
        NO
    }

    /**
     * The next page.
     *
     * @param candidates best first
     * @param shown indices of what earlier pages showed, in order
     * @param heard tracks that are left out
     * @param limit most items of the page
     */
    static Cut next(List<Candidate> candidates, List<Integer> shown, Set<String> heard, int limit) {
        ArtistSpacing spacing = new ArtistSpacing();
        BitSet out = new BitSet(candidates.size());
        for (int index : shown) {
            out.set(index);
            spacing.add(candidates.get(index).spacedBy());
        }
        for (int index = 0; index < candidates.size(); index++) {
            if (heard.contains(candidates.get(index).trackId())) {
                out.set(index);
            }
        }
        List<Integer> page = new ArrayList<>();
        OptionalInt next = best(candidates, out, spacing);
        while (page.size() < limit && next.isPresent()) {
            int index = next.getAsInt();
            page.add(index);
            out.set(index);
            spacing.add(candidates.get(index).spacedBy());
            next = best(candidates, out, spacing);
        }
        List<Integer> all = new ArrayList<>(shown);
        all.addAll(page);
        return new Cut(List.copyOf(all), List.copyOf(page), next.isPresent() ? More.YES : More.NO);
    }

    private static OptionalInt best(List<Candidate> candidates, BitSet out, ArtistSpacing spacing) {
        for (int index = out.nextClearBit(0); index < candidates.size(); index = out.nextClearBit(index + 1)) {
            if (spacing.admits(candidates.get(index).spacedBy())) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }
}
