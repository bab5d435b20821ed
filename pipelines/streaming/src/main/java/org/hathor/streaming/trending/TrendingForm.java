package org.hathor.streaming.trending;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.live.TrendingEntry;
import org.hathor.contracts.live.TrendingList;
import org.hathor.streaming.redis.RedisForm;
import org.hathor.streaming.redis.RedisValues;

/**
 * What a trending list looks like in Redis: {@code {"scope","rankedAt","halfLifeMs","entries":[{"trackId","artistId",
 * "score","velocity"}]}}, {@code rankedAt} in epoch milliseconds, {@code artistId} null where unknown.
 */
final class TrendingForm implements RedisForm<TrendingList> {
    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void put(TrendingList list, RedisValues values) {
        values.text(LiveKeys.trending(list.getScope()), json(list));
        values.member(LiveKeys.TRENDING_SCOPES, list.getScope());
    }

    private static String json(TrendingList list) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("scope", list.getScope());
            json.writeNumberField("rankedAt", list.getRankedAt().toEpochMilli());
            json.writeNumberField("halfLifeMs", list.getHalfLifeMs());
            json.writeArrayFieldStart("entries");
            for (TrendingEntry entry : list.getEntries()) {
                json.writeStartObject();
                json.writeStringField("trackId", entry.getTrackId());
                json.writeStringField("artistId", entry.getArtistId());
                json.writeNumberField("score", entry.getScore());
                json.writeNumberField("velocity", entry.getVelocity());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
