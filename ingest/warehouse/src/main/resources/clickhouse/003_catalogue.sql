-- What is known of tracks, artists and albums. The latest description holds; of two made in the same millisecond the content
-- decides.
CREATE TABLE IF NOT EXISTS catalogue
(
    entry_id String,
    kind LowCardinality(String),
    name String,
    artist_id Nullable(String),
    artist_name Nullable(String),
    album_id Nullable(String),
    album_name Nullable(String),
    length_ms Nullable(Int64),
    genres Array(String),
    release_year Nullable(Int32),
    described_at DateTime64(3, 'UTC'),
    version UInt64 MATERIALIZED bitShiftLeft(toUInt64(toUnixTimestamp64Milli(described_at)), 21)
        + cityHash64(tuple(name, artist_id, artist_name, album_id, album_name, length_ms, genres, release_year)) % 2097152
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (kind, entry_id)
