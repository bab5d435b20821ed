package org.hathor.simulator.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which starts of notes can be heard in the mix. A start is audible when, in at least one octave, what begins is not
 * more than 3 dB below what sounds there already: the octave's level rises by 1.8 dB or more, where a trained ear needs
 * about 1. Levels are those of the score and its production, not measured.
 */
final class Audibility {
    /** Note starts nearer to each other than this are one onset. */
    private static final double MERGED_SECONDS = 0.03;

    private static final double RISE = 0.5;

    /** What is 36 dB below the loudest octave of the piece is too soft in any company. */
    private static final double FLOOR = 2.5e-4;

    private final List<Sounding> soundings = new ArrayList<>();

    private Audibility() {}

    /** Starts of audible notes, ascending, at least 30 ms apart. */
    static double[] onsets(Score score, Production production) {
        Audibility audibility = new Audibility();
        audibility.add(score.drums().stream().map(Sounding::of).toList(), production.drums());
        audibility.add(score.bass(), production.bass());
        double squares = 0;
        for (Layer layer : score.other()) {
            squares += layer.gain() * layer.gain();
        }
        for (Layer layer : score.other()) {
            audibility.add(layer, production.other() * layer.gain() / Math.sqrt(squares));
        }
        if (score.melody().sung()) {
            audibility.add(score.melody().notes().stream().map(Sounding::of).toList(), production.voice());
        }
        audibility.soundings.sort(Comparator.comparingDouble(Sounding::start));
        return audibility.heard();
    }

    private void add(Layer layer, double rms) {
        add(
                layer.tones().stream()
                        .map(tone -> Sounding.of(tone, layer.timbre()))
                        .toList(),
                rms);
    }

    /** Adds what is mixed to an RMS while it sounds. */
    private void add(List<Sounding> parts, double rms) {
        double energy = 0;
        double seconds = 0;
        double until = 0;
        for (Sounding part : parts) {
            energy += part.energy();
            double end = Math.min(part.end(), part.start() + 3 * part.fallSeconds());
            seconds += Math.max(0, end - Math.max(until, part.start()));
            until = Math.max(until, end);
        }
        for (Sounding part : parts) {
            soundings.add(part.louder(rms * rms * seconds / energy));
        }
    }

    private double[] heard() {
        double loudest = 0;
        for (Sounding sounding : soundings) {
            for (int octave = 0; octave < Sounding.OCTAVES; octave++) {
                loudest = Math.max(loudest, sounding.powers().of(octave));
            }
        }
        List<Double> onsets = new ArrayList<>();
        List<Sounding> open = new ArrayList<>();
        int next = 0;
        while (next < soundings.size()) {
            double start = soundings.get(next).start();
            open.removeIf(sounding -> sounding.end() < start + MERGED_SECONDS);
            int end = next;
            while (end < soundings.size() && soundings.get(end).start() <= start + MERGED_SECONDS) {
                end++;
            }
            List<Sounding> begun = soundings.subList(next, end);
            if (audible(begun, open, start, loudest * FLOOR)) {
                onsets.add(first(begun));
            }
            open.addAll(begun);
            next = end;
        }
        return onsets.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double first(List<Sounding> begun) {
        return begun.stream()
                .filter(sounding -> !sounding.swells())
                .mapToDouble(Sounding::start)
                .min()
                .orElseThrow();
    }

    private static boolean audible(List<Sounding> begun, List<Sounding> open, double start, double floor) {
        for (int octave = 0; octave < Sounding.OCTAVES; octave++) {
            double fresh = 0;
            for (Sounding sounding : begun) {
                fresh += sounding.swells() ? 0 : sounding.powers().of(octave);
            }
            double old = 0;
            for (Sounding sounding : open) {
                old += sounding.powers().of(octave) * sounding.share(start);
            }
            if (fresh > floor && fresh > RISE * old) {
                return true;
            }
        }
        return false;
    }
}
