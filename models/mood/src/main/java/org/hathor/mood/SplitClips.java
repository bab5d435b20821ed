package org.hathor.mood;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Clips parted by song: no song has clips on two sides, so nothing judged was heard in training.
 *
 * @param training what the weights are learnt from
 * @param validation what decides when to stop, and what calibration is fitted on
 * @param test what the figures are measured on, once
 */
public record SplitClips(List<MoodClip> training, List<MoodClip> validation, List<MoodClip> test) {
    public SplitClips {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        Set<String> seen = new HashSet<>();
        for (List<MoodClip> side : List.of(training, validation, test)) {
            Set<String> songs = songs(side);
            for (String song : songs) {
                if (!seen.add(song)) {
                    throw new IllegalArgumentException("song " + song + " stands on two sides of the split");
                }
            }
        }
    }

    /**
     * One of several splits whose test sides share no song and together hold every song. Songs are shuffled once by
     * {@code shuffleSeed} and dealt to {@code 2 folds} hands; fold k tests on two hands and validates on the next.
     *
     * @param fold from 0
     * @param folds at least 2
     */
    public static SplitClips fold(Collection<MoodClip> clips, int fold, int folds, long shuffleSeed) {
        if (folds < 2 || fold < 0 || fold >= folds) {
            throw new IllegalArgumentException("fold must lie in [0, folds) and folds be at least 2");
        }
        List<String> songs = new ArrayList<>(songs(clips));
        Collections.sort(songs);
        Collections.shuffle(songs, new Random(shuffleSeed));
        int hands = 2 * folds;
        Set<String> test = new HashSet<>();
        Set<String> validation = new HashSet<>();
        for (int i = 0; i < songs.size(); i++) {
            int hand = i % hands;
            if (hand / 2 == fold) {
                test.add(songs.get(i));
            } else if (hand == (2 * fold + 2) % hands) {
                validation.add(songs.get(i));
            }
        }
        return new SplitClips(
                clips.stream()
                        .filter(c -> !test.contains(c.song()) && !validation.contains(c.song()))
                        .toList(),
                clips.stream().filter(c -> validation.contains(c.song())).toList(),
                clips.stream().filter(c -> test.contains(c.song())).toList());
    }

    private static Set<String> songs(Collection<MoodClip> clips) {
        Set<String> songs = new LinkedHashSet<>();
        for (MoodClip clip : clips) {
            songs.add(clip.song());
        }
        return songs;
    }
}
