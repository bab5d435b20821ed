package org.hathor.serving.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.hathor.contracts.LiveKeys;
import org.hathor.serving.ReadStores;
import org.hathor.serving.ServingException;
import org.hathor.serving.StoreError;
import org.hathor.serving.music.TrackName;
import org.hathor.serving.music.Tracks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendingTest {
    private static ReadStores stores;
    private static Trending trending;

    @BeforeAll
    static void start() {
        stores = ReadStores.of("trending");
        trending = new Trending(stores.redis(), new Tracks(stores.clickHouse()));
        set(
                "SE",
                """
                {"scope":"SE","rankedAt":1772366400123,"halfLifeMs":3600000,"later":"unknown","entries":[
                 {"trackId":"t1","artistId":"a1","score":9.5,"velocity":-0.25},
                 {"trackId":"t2","artistId":null,"score":3.0,"velocity":0.5}]}""");
        set("XX", "{not json");
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void aListIsWhatStreamingWrote() {
        TrendingTracks list = trending.list("se", 20);
        assertThat(list.scope()).isEqualTo("SE");
        assertThat(list.rankedAt()).isEqualTo(Instant.ofEpochMilli(1_772_366_400_123L));
        assertThat(list.halfLifeMs()).isEqualTo(3_600_000);
        assertThat(list.items())
                .containsExactly(
                        new TrendingTracks.Item(1, new TrackName("t1", null, "a1", null), 9.5, -0.25),
                        new TrendingTracks.Item(2, new TrackName("t2", null, null, null), 3.0, 0.5));
        assertThat(trending.list("SE", 1).items()).hasSize(1);
    }

    @Test
    void withoutAListItIsEmpty() {
        TrendingTracks list = trending.list(null, 20);
        assertThat(list.scope()).isEqualTo(LiveKeys.GLOBAL_SCOPE);
        assertThat(list.rankedAt()).isNull();
        assertThat(list.items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SWE", "1", "S*", "\u00e5\u00e4"})
    void whatIsNoCountryIsRefused(String country) {
        assertRefused(RecommendationError.INVALID_COUNTRY, country, 20);
    }

    @Test
    void theLimitIsBounded() {
        assertRefused(RecommendationError.INVALID_LIMIT, "SE", 101);
    }

    @Test
    void aListThatCannotBeReadIsAFault() {
        assertRefused(StoreError.STORE_FAILED, "XX", 20);
    }

    private static void assertRefused(Object code, String country, int limit) {
        assertThatThrownBy(() -> trending.list(country, limit))
                .isInstanceOfSatisfying(
                        ServingException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void set(String scope, String json) {
        stores.redis().call(commands -> commands.set(LiveKeys.trending(scope), json));
    }
}
