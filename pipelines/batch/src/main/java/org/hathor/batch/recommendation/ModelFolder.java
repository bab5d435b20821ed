package org.hathor.batch.recommendation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hathor.batch.VersionFolders;
import org.hathor.recommendation.ModelCard;

/**
 * Where trained models lie: {@code models/recommendations/<version>/} with {@code card.json}, {@code items.parquet} and
 * {@code users.parquet} (id, factors).
 */
final class ModelFolder {
    private static final StructType FACTORS = new StructType()
            .add("id", DataTypes.StringType, false)
            .add("factors", DataTypes.createArrayType(DataTypes.FloatType, false), false);

    private final VersionFolders versions;

    /** @param data the platform's data folder */
    ModelFolder(Path data) {
        this.versions = new VersionFolders(data, "recommendations");
    }

    Path of(String version) {
        return versions.of(version);
    }

    boolean has(String version) {
        return Files.exists(of(version).resolve("card.json"));
    }

    /** Writes a version, in place of one of the same name that a run left which did not come to its end. */
    Path write(ModelCard card, AlsModel model, Audience audience) {
        return versions.write(card.version(), folder -> {
            writeItems(model, audience, folder.resolve("items.parquet"));
            writeUsers(model, audience, folder.resolve("users.parquet"));
            Files.writeString(folder.resolve("card.json"), card.toJson() + "\n");
        });
    }

    void remove(String version) {
        versions.remove(version);
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
}
