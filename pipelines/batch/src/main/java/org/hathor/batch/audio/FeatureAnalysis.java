package org.hathor.batch.audio;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.hathor.audio.Pcm;
import org.hathor.audio.feature.FeatureExtractor;
import org.hathor.audio.feature.Measure;
import org.hathor.audio.feature.TrackFeatures;
import org.hathor.batch.audio.AnalysisColumn.Kind;

/** The features of a track: a column for each component of {@link TrackFeatures}, documented by its {@link Measure}. */
public record FeatureAnalysis() implements Analysis {
    /** The table of features. */
    public static final String TABLE = "audio_features";

    /** Half an hour takes some 0.6 GB beside its samples, so of what is longer than this one at a time is measured. */
    private static final double LONG_SECONDS = 480;

    private static final Semaphore ONE_LONG_TRACK = new Semaphore(1);

    private static final List<RecordComponent> COMPONENTS = Arrays.stream(TrackFeatures.class.getRecordComponents())
            .filter(component -> component.isAnnotationPresent(Measure.class))
            .toList();

    private static final List<AnalysisColumn> COLUMNS =
            COMPONENTS.stream().map(FeatureAnalysis::column).toList();

    @Override
    public String job() {
        return "extract-audio-features";
    }

    @Override
    public String tableName() {
        return TABLE;
    }

    @Override
    public List<AnalysisColumn> columns() {
        return COLUMNS;
    }

    @Override
    public String version() {
        return FeatureExtractor.VERSION;
    }

    @Override
    public List<Object> analyse(AudioObject object) throws RefusedException, InterruptedException {
        Pcm pcm = Decoder.decodeAsRecorded(object);
        if (pcm.seconds() < LONG_SECONDS) {
            return values(new FeatureExtractor().extract(pcm));
        }
        ONE_LONG_TRACK.acquire();
        try {
            return values(new FeatureExtractor().extract(pcm));
        } finally {
            ONE_LONG_TRACK.release();
        }
    }

    /** The row's values, in the order of the columns. */
    static List<Object> values(TrackFeatures features) {
        return COMPONENTS.stream().map(component -> value(component, features)).toList();
    }

    private static Object value(RecordComponent component, TrackFeatures features) {
        try {
            return component.getAccessor().invoke(features);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's components can be read", e);
        }
    }

    private static AnalysisColumn column(RecordComponent component) {
        Measure measure = component.getAnnotation(Measure.class);
        String unit = measure.unit().isEmpty() ? "" : " Unit: %s.".formatted(measure.unit());
        return new AnalysisColumn(snakeCase(component.getName()), kind(component.getType()), measure.value() + unit);
    }

    private static Kind kind(Class<?> type) {
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (type == int.class) {
            return Kind.INTEGER;
        }
        if (type == double.class) {
            return Kind.DOUBLE;
        }
        if (type == float[].class) {
            return Kind.FLOATS;
        }
        if (type == double[].class) {
            return Kind.DOUBLES;
        }
        throw new IllegalStateException("no column keeps " + type);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
