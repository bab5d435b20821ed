package org.hathor.serving.recommendations;

import static org.hathor.serving.music.ListenMeasures.LISTENS;
import static org.hathor.serving.music.ListenMeasures.SETTINGS;
import static org.hathor.serving.music.ListenMeasures.VALID;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hathor.contracts.UserId;
import org.hathor.serving.ClickHouse;

/** What the warehouse has for feeds: the lists of the promoted model, and what was heard. */
final class ModelLists {
    /** The user that a version's popularity list is kept under. */
    private static final String EVERYBODY = "";

    private final ClickHouse clickHouse;

    ModelLists(ClickHouse clickHouse) {
        this.clickHouse = Objects.requireNonNull(clickHouse, "clickHouse is null");
    }

    /** The promoted version of a model that makes lists and was trained last; empty while none is promoted. */
    Optional<Model> promoted() {
        return clickHouse
                .query(
                        """
                SELECT model, version FROM model_versions FINAL
                WHERE promoted = 1 AND model IN (SELECT DISTINCT model FROM recommendation_lists)
                ORDER BY trained_at DESC, model, version DESC LIMIT 1""",
                        row -> new Model(row.text("model"), row.text("version")),
                        List.of())
                .stream()
                .findFirst();
    }

    /** The user's list, best first; empty for a user whom the model does not know. */
    List<Candidate> ofUser(Model model, UserId user, int limit) {
        return list(model, user.value(), limit);
    }

    /** What most play according to the model version, best first. */
    List<Candidate> popular(Model model, int limit) {
        return list(model, EVERYBODY, limit);
    }

    private List<Candidate> list(Model model, String user, int limit) {
        return clickHouse.query(
                """
                SELECT track_id, artist_id, score, reason_kind, reason_id FROM recommendation_lists FINAL
                WHERE model = ? AND version = ? AND user_id = ? ORDER BY position LIMIT %d"""
                        .formatted(limit),
                row -> candidate(row, user.equals(EVERYBODY) ? ReasonKind.POPULAR : null),
                List.of(model.name(), model.version(), user));
    }

    /** The tracks with the most valid listens ever, most first, then by id. */
    List<Candidate> mostPlayed(int limit) {
        return clickHouse.query(
                """
                SELECT track_id, any(artist_id) AS artist_id, countIf(%s) AS plays FROM %s
                GROUP BY track_id HAVING plays > 0 ORDER BY plays DESC, track_id LIMIT %d
                %s"""
                        .formatted(VALID, LISTENS, limit, SETTINGS),
                row -> new Candidate(
                        row.text("track_id"),
                        row.textOrNull("artist_id"),
                        row.number("plays"),
                        ReasonKind.POPULAR,
                        null),
                List.of());
    }

    /** The tracks the user began to hear since then, however short. */
    Set<String> heardSince(UserId user, Instant since) {
        return new HashSet<>(clickHouse.query(
                """
                SELECT DISTINCT track_id FROM %s
                WHERE user_id = ? AND started_at >= fromUnixTimestamp64Milli(?, 'UTC')
                %s"""
                        .formatted(LISTENS, SETTINGS),
                row -> row.text("track_id"),
                List.of(user.value(), since)));
    }

    /** Where the user's latest listen that tells a country was heard. */
    Optional<String> country(UserId user) {
        return clickHouse
                .query(
                        """
                SELECT assumeNotNull(country) AS latest FROM %s WHERE user_id = ? AND country IS NOT NULL
                ORDER BY started_at DESC, listen_id LIMIT 1
                %s"""
                                .formatted(LISTENS, SETTINGS),
                        row -> row.text("latest"),
                        List.of(user.value()))
                .stream()
                .findFirst();
    }

    /** @param kind for a list whose items all have one reason; else null */
    private static Candidate candidate(ClickHouse.Row row, ReasonKind kind) throws SQLException {
        return new Candidate(
                row.text("track_id"),
                row.textOrNull("artist_id"),
                row.real("score"),
                kind != null ? kind : ReasonKind.of(row.text("reason_kind")),
                kind != null ? null : row.textOrNull("reason_id"));
    }
}
