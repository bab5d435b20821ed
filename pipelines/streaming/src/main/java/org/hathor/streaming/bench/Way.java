package org.hathor.streaming.bench;

/** A way to work through the topic. */
enum Way {
    PLAIN_CONSUMER("plainConsumer", "plain consumer, counts records"),
    PLAIN_DECODING_CONSUMER("plainDecodingConsumer", "plain consumer, decodes listens"),
    FLINK_KEYED_COUNT("flinkKeyedCount", "Flink, listens counted by track"),
    LIVE_COUNTS("liveCounts", "Flink job live-counts, to Redis"),
    TRENDING("trending", "Flink job trending, to Redis");

    private final String figure;
    private final String text;

    Way(String figure, String text) {
        this.figure = figure;
        this.text = text;
    }

    /** The stem of its figures' names. */
    String figure() {
        return figure;
    }

    /** For a person. */
    String text() {
        return text;
    }
}
