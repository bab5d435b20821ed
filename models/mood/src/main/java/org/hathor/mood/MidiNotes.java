package org.hathor.mood;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** The notes of a standard MIDI file, in seconds. */
final class MidiNotes {
    private static final int SET_TEMPO = 0x51;
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
     * All notes by their start; one that is never let go is left out.
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
            Map<Integer, MidiEvent> sounding = new HashMap<>();
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof ShortMessage message) {
                    note(track.get(i), message, sounding, notes);
                }
            }
        }
        notes.sort(Comparator.comparingDouble(PlayedNote::start).thenComparingInt(PlayedNote::pitch));
        return notes;
    }

    private void note(MidiEvent event, ShortMessage message, Map<Integer, MidiEvent> sounding, List<PlayedNote> notes) {
        int key = message.getChannel() * 128 + message.getData1();
        boolean struck = message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
        if (struck) {
            sounding.put(key, event);
        } else if (message.getCommand() == ShortMessage.NOTE_OFF || message.getCommand() == ShortMessage.NOTE_ON) {
            MidiEvent start = sounding.remove(key);
            if (start != null && start.getMessage() instanceof ShortMessage on) {
                notes.add(new PlayedNote(
                        seconds(start.getTick()), seconds(event.getTick()), on.getData1(), on.getData2()));
            }
        }
    }

    private double seconds(long tick) {
        Map.Entry<Long, Tempo> tempo = tempi.floorEntry(tick);
        double quarters = (double) (tick - tempo.getKey()) / sequence.getResolution();
        return tempo.getValue().second() + quarters * tempo.getValue().microsecondsAQuarter() / 1e6;
    }
}
