package org.hathor.recommendation;

/**
 * Chooses the best-scored items of a catalogue, best first; of equal scores the lower index comes first, so that a list
 * never depends on the order of work.
 *
 * <p>A binary heap of the k best so far: O(n log k) time, O(k) memory.
 */
public final class TopItems {
    private final float[] scores;
    private final int[] heap;
    private int size;

    private TopItems(float[] scores, int k) {
        this.scores = scores;
        this.heap = new int[k];
    }

    /**
     * The best items.
     *
     * @param scores by item; NaN is not allowed
     * @param masked items that must not appear, in any order
     * @param k how many at most, 1 or more
     */
    public static int[] best(float[] scores, int[] masked, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be 1 or more, not " + k);
        }
        boolean[] hidden = new boolean[scores.length];
        for (int item : masked) {
            hidden[item] = true;
        }
        TopItems top = new TopItems(scores, Math.min(k, scores.length));
        for (int item = 0; item < scores.length; item++) {
            if (!hidden[item]) {
                top.offer(item);
            }
        }
        return top.drain();
    }

    private void offer(int item) {
        if (size < heap.length) {
            heap[size] = item;
            siftUp(size++);
        } else if (size > 0 && worse(heap[0], item)) {
            heap[0] = item;
            siftDown();
        }
    }

    private int[] drain() {
        int[] sorted = new int[size];
        for (int position = size - 1; position >= 0; position--) {
            sorted[position] = heap[0];
            heap[0] = heap[--size];
            siftDown();
        }
        return sorted;
    }

    private boolean worse(int a, int b) {
        int order = Float.compare(scores[a], scores[b]);
        return order < 0 || (order == 0 && a > b);
    }

    private void siftUp(int from) {
        for (int child = from; child > 0; ) {
            int parent = (child - 1) / 2;
            if (!worse(heap[child], heap[parent])) {
                return;
            }
            swap(child, parent);
            child = parent;
        }
    }

    private void siftDown() {
        for (int parent = 0; ; ) {
            int child = 2 * parent + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && worse(heap[child + 1], heap[child])) {
                child++;
            }
            if (!worse(heap[child], heap[parent])) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private void swap(int a, int b) {
        int item = heap[a];
        heap[a] = heap[b];
        heap[b] = item;
    }
}
