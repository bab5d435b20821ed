-- Every reaction; identity and versions as in listens.
CREATE TABLE IF NOT EXISTS reactions
(
    reaction_id String,
    user_id String,
    kind LowCardinality(String),
    target_type LowCardinality(String),
    target_id String,
    artist_id Nullable(String),
    occurred_at DateTime64(3, 'UTC'),
    country LowCardinality(Nullable(String)),
    client LowCardinality(Nullable(String)),
    received_at DateTime64(3, 'UTC'),
    version UInt64 MATERIALIZED bitShiftLeft(toUInt64(4398046511103 - toUnixTimestamp64Milli(received_at)), 21)
        + cityHash64(tuple(kind, target_type, target_id, artist_id, occurred_at, country, client)) % 2097152
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY cityHash64(user_id) % 4
ORDER BY (user_id, reaction_id)
