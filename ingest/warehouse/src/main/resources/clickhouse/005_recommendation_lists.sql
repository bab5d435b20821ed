-- The lists a model version made, position counted from 1. The user '' holds the popularity list of that version, for
-- listeners the model does not know. A list is readable once its version stands in model_versions, which is written last.
CREATE TABLE IF NOT EXISTS recommendation_lists
(
    model LowCardinality(String),
    version String,
    user_id String,
    position UInt32,
    track_id String,
    artist_id Nullable(String),
    score Float64,
    reason_kind LowCardinality(String),
    reason_id Nullable(String)
)
ENGINE = ReplacingMergeTree
PARTITION BY (model, version)
ORDER BY (model, version, user_id, position)
