package org.hathor.mood;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * The notes of a standard MIDI file, in seconds. A key that is let go while its channel's sustain pedal is down sounds
 * until the pedal comes up or the key is struck again.
 */
final class MidiNotes {
    private static final int SET_TEMPO = 0x51;
    private static final int KEYS = 128;
    private static final int SUSTAIN_PEDAL = 64;
    private static final int PEDAL_DOWN = 64;
    private static final double DEFAULT_MICROSECONDS_A_QUARTER = 500_000;

    private final Sequence sequence;
    private final NavigableMap<Long, Tempo> tempi = new TreeMap<>();

    private MidiNotes(Sequence sequence) {
        this.sequence = sequence;
        tempi.put(0L, new Tempo(0, DEFAULT_MICROSECONDS_A_QUARTER));
        NavigableMap<Long, Double> changes = new TreeMap<>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof MetaMessage meta && meta.getType() == SET_TEMPO) {
                    byte[] data = meta.getData();
                    double micros = ((data[0] & 0xff) << 16) | ((data[1] & 0xff) << 8) | (data[2] & 0xff);
                    changes.put(track.get(i).getTick(), micros);
                }
            }
        }
        changes.forEach((tick, micros) -> tempi.put(tick, new Tempo(seconds(tick), micros)));
    }

    private record Tempo(double second, double microsecondsAQuarter) {}

    /**
     * All notes by their start; one whose key is never let go is left out.
     *
     * @throws IOException when the file is no MIDI file with a tempo
     */
    static List<PlayedNote> read(Path file) throws IOException {
        try {
            Sequence sequence = MidiSystem.getSequence(file.toFile());
            if (sequence.getDivisionType() != Sequence.PPQ) {
                throw new IOException(file + " counts film frames, not beats");
            }
            return new MidiNotes(sequence).notes();
        } catch (InvalidMidiDataException e) {
            throw new IOException(file + " is no MIDI file: " + e.getMessage(), e);
        }
    }

    private List<PlayedNote> notes() {
        List<PlayedNote> notes = new ArrayList<>();
        for (Track track : sequence.getTracks()) {
            Playing playing = new Playing(notes);
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof ShortMessage message) {
                    playing.take(message, seconds(track.get(i).getTick()));
                }
            }
            playing.end(seconds(track.ticks()));
        }
        notes.sort(Comparator.comparingDouble(PlayedNote::start).thenComparingInt(PlayedNote::pitch));
        return notes;
    }

    /** Keys and pedals of a track, from message to message. */
    private static final class Playing {
        private final List<PlayedNote> notes;
        private final Map<Integer, Struck> down = new HashMap<>();
        private final Map<Integer, Struck> held = new TreeMap<>();
        private final Set<Integer> pedals = new HashSet<>();

        Playing(List<PlayedNote> notes) {
            this.notes = notes;
        }

        private record Struck(double second, int velocity) {}

        void take(ShortMessage message, double second) {
            int key = message.getChannel() * KEYS + message.getData1();
            switch (message.getCommand()) {
                case ShortMessage.NOTE_ON -> {
                    if (message.getData2() > 0) {
                        silence(key, second);
                        down.put(key, new Struck(second, message.getData2()));
                    } else {
                        letGo(key, second);
                    }
                }
                case ShortMessage.NOTE_OFF -> letGo(key, second);
                case ShortMessage.CONTROL_CHANGE -> {
                    if (message.getData1() == SUSTAIN_PEDAL) {
                        pedal(message.getChannel(), message.getData2() >= PEDAL_DOWN, second);
                    }
                }
                default -> {
                    // What else a track says changes no note's length.
                }
            }
        }

        private void letGo(int key, double second) {
            Struck struck = down.remove(key);
            if (struck != null) {
                held.put(key, struck);
                if (!pedals.contains(key / KEYS)) {
                    silence(key, second);
                }
            }
        }

        private void pedal(int channel, boolean isDown, double second) {
            if (isDown) {
                pedals.add(channel);
            } else if (pedals.remove(channel)) {
                List.copyOf(held.keySet()).stream()
                        .filter(key -> key / KEYS == channel)
                        .forEach(key -> silence(key, second));
            }
        }

        private void silence(int key, double second) {
            Struck struck = held.remove(key);
            if (struck != null) {
                notes.add(new PlayedNote(struck.second(), second, key % KEYS, struck.velocity()));
            }
        }

        void end(double second) {
            List.copyOf(held.keySet()).forEach(key -> silence(key, second));
        }
    }

    private double seconds(long tick) {
        Map.Entry<Long, Tempo> tempo = tempi.floorEntry(tick);
        double quarters = (double) (tick - tempo.getKey()) / sequence.getResolution();
        return tempo.getValue().second() + quarters * tempo.getValue().microsecondsAQuarter() / 1e6;
    }
}
