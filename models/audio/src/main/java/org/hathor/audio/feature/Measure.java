package org.hathor.audio.feature;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a feature of {@link TrackFeatures} means: read by tables that keep it, and by the test that holds its range. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Measure {
    /** One sentence. */
    String value();

    /** Its unit; empty where it has none. */
    String unit() default "";

    /** No value, and no element of an array, lies below. */
    double from() default Double.NEGATIVE_INFINITY;

    /** No value, and no element of an array, lies above. */
    double to() default Double.POSITIVE_INFINITY;
}
