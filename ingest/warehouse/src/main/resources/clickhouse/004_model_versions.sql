-- Every trained model. The row with the highest row_version holds, so a model is promoted or withdrawn by inserting its row
-- again; row_version is by default the instant of insertion in microseconds.
CREATE TABLE IF NOT EXISTS model_versions
(
    model LowCardinality(String),
    version String,
    trained_at DateTime64(3, 'UTC'),
    promoted UInt8,
    metrics String,
    row_version UInt64 DEFAULT toUnixTimestamp64Micro(now64(6))
)
ENGINE = ReplacingMergeTree(row_version)
ORDER BY (model, version)
