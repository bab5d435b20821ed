CREATE TABLE users (
    user_id    text PRIMARY KEY CHECK (length(user_id) BETWEEN 1 AND 64),
    name       text NOT NULL,
    created_at timestamptz NOT NULL
);

-- Two people never differ by case alone.
CREATE UNIQUE INDEX users_name ON users (lower(name));
