package org.hathor.batch.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hathor.recommendation.ModelCard;

/**
 * Where trained models lie: {@code models/recommendations/<version>/} with {@code card.json}, {@code items.parquet} and
 * {@code users.parquet} (id, factors). A version appears whole or not at all: it is written beside and renamed.
 */
final class ModelFolder {
    private static final StructType FACTORS = new StructType()
            .add("id", DataTypes.StringType, false)
            .add("factors", DataTypes.createArrayType(DataTypes.FloatType, false), false);

    private final Path root;

    /** @param data the platform's data folder */
    ModelFolder(Path data) {
        this.root = data.resolve("models").resolve("recommendations").toAbsolutePath();
    }

    Path of(String version) {
        return root.resolve(version);
    }

    boolean has(String version) {
        return Files.exists(of(version).resolve("card.json"));
    }

    /** Writes a version, in place of one of the same name that a run left which did not come to its end. */
    Path write(ModelCard card, AlsModel model, Audience audience) {
        Path fresh = root.resolve(".writing-" + card.version());
        try {
            Files.createDirectories(root);
            delete(fresh);
            Files.createDirectory(fresh);
            writeItems(model, audience, fresh.resolve("items.parquet"));
            writeUsers(model, audience, fresh.resolve("users.parquet"));
            Files.writeString(fresh.resolve("card.json"), card.toJson() + "\n");
            delete(of(card.version()));
            return Files.move(fresh, of(card.version()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model to " + root, e);
        }
    }

    void remove(String version) {
        try {
            delete(of(version));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + of(version), e);
        }
    }

    private static void writeItems(AlsModel model, Audience audience, Path target) {
        List<Row> rows = new ArrayList<>();
        for (int item = 0; item < audience.itemIds().size(); item++) {
            rows.add(RowFactory.create(
                    audience.itemIds().get(item), boxed(model.items().vector(item))));
        }
        session().createDataFrame(rows, FACTORS).coalesce(1).write().parquet(target.toString());
    }

    private static void writeUsers(AlsModel model, Audience audience, Path target) {
        session()
                .createDataFrame(
                        audience.histories()
                                .join(model.users())
                                .values()
                                .map(user -> RowFactory.create(user._1().userId(), boxed(user._2()))),
                        FACTORS)
                .write()
                .parquet(target.toString());
    }

    private static SparkSession session() {
        return SparkSession.active();
    }

    private static Float[] boxed(float[] vector) {
        return IntStream.range(0, vector.length).mapToObj(f -> vector[f]).toArray(Float[]::new);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
