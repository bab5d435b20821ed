CREATE TABLE api_tokens (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    token_id   uuid NOT NULL UNIQUE,
    user_id    text NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    scope      text NOT NULL CHECK (scope IN ('self', 'ingest')),
    label      text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE INDEX api_tokens_user ON api_tokens (user_id);
