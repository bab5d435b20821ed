-- Every listen. Of two with one identity the one received first holds: its version is the higher, and of two received in the
-- same millisecond the content decides, so that the order of insertion never does. An identity stays in one partition.
CREATE TABLE IF NOT EXISTS listens
(
    listen_id String,
    user_id String,
    track_id String,
    artist_id Nullable(String),
    started_at DateTime64(3, 'UTC'),
    ms_played Int64,
    track_length_ms Nullable(Int64),
    source LowCardinality(Nullable(String)),
    source_id Nullable(String),
    device Nullable(String),
    client LowCardinality(Nullable(String)),
    country LowCardinality(Nullable(String)),
    subscription_tier LowCardinality(String),
    end_reason LowCardinality(String),
    offline Bool,
    received_at DateTime64(3, 'UTC'),
    qualified Bool MATERIALIZED ms_played >= 30000 OR ifNull(track_length_ms > 0 AND ms_played >= track_length_ms, false),
    version UInt64 MATERIALIZED bitShiftLeft(toUInt64(4398046511103 - toUnixTimestamp64Milli(received_at)), 21)
        + cityHash64(tuple(track_id, artist_id, started_at, ms_played, track_length_ms, source, source_id, device, client, country,
            subscription_tier, end_reason, offline)) % 2097152
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY cityHash64(user_id) % 4
ORDER BY (user_id, listen_id)
