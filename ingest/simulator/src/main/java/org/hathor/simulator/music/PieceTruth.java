package org.hathor.simulator.music;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What is true of a piece, as JSON. Times are in seconds, to the microsecond. */
public final class PieceTruth {
    /** The distance of the values of the tune's pitch. */
    private static final double F0_HOP_SECONDS = 0.01;

    /** Times and tempi have microseconds. */
    private static final int PLACES = 6;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PieceTruth() {}

    /** The JSON text, ending in a line feed. */
    public static String json(Piece piece) {
        ObjectNode truth = MAPPER.createObjectNode();
        truth.put("seed", piece.spec().seed());
        truth.put("title", piece.title());
        truth.put("style", piece.style().text());
        truth.put("seconds", decimal(piece.spec().seconds(), PLACES));
        truth.put("tempoBpm", decimal(piece.tempoBpm(), PLACES));
        truth.put("feel", piece.feel().name().toLowerCase(Locale.ROOT));
        truth.put("key", piece.key().text());
        truth.put("tonic", piece.key().tonic());
        truth.put("mode", piece.key().mode().name().toLowerCase(Locale.ROOT));
        truth.put("quadrant", piece.quadrant().name());
        truth.put("melodyStem", piece.melodyStem().name().toLowerCase(Locale.ROOT));
        numbers(truth.putArray("beats"), piece.beats());
        numbers(truth.putArray("downbeats"), piece.downbeats());
        numbers(truth.putArray("onsets"), piece.onsets());
        ArrayNode chords = truth.putArray("chords");
        for (Chord chord : piece.chords()) {
            chords.addObject()
                    .put("start", decimal(chord.start(), PLACES))
                    .put("end", decimal(chord.end(), PLACES))
                    .put("root", chord.root())
                    .put("quality", chord.quality().name().toLowerCase(Locale.ROOT))
                    .put("text", chord.text());
        }
        ArrayNode melody = truth.putArray("melody");
        for (Note note : piece.melody()) {
            melody.addObject()
                    .put("start", decimal(note.start(), PLACES))
                    .put("end", decimal(note.end(), PLACES))
                    .put("midi", note.midi());
        }
        truth.put("melodyF0HopSeconds", F0_HOP_SECONDS);
        ArrayNode f0 = truth.putArray("melodyF0");
        for (float hz : piece.melodyF0(F0_HOP_SECONDS)) {
            f0.add(decimal(hz, 3));
        }
        try {
            return MAPPER.writeValueAsString(truth) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void numbers(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(decimal(value, PLACES));
        }
    }

    /** A number as text would have it: doubles are printed otherwise by older Java machines than by newer ones. */
    private static BigDecimal decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }
}
