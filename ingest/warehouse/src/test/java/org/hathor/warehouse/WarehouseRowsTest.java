package org.hathor.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hathor.contracts.Contracts;
import org.junit.jupiter.api.Test;

class WarehouseRowsTest {
    private static final DateTimeFormatter COLUMN_FORM =
            DateTimeFormatter.ofPattern("\"uuuu-MM-dd HH:mm:ss.SSS\"").withZone(ZoneOffset.UTC);

    @Test
    void rowsAreLinesOfValuesInTheOrderOfTheColumns() {
        WarehouseRows rows = WarehouseRows.into("t", "a", "b", "c", "d", "e");

        rows.addRow("say \"hi\"\n", 7L, 0.5, null, List.of("x", "y"));
        rows.addRow("ü", -1L, 1e-9, true, List.of());

        assertThat(text(rows).lines())
                .containsExactly("[\"say \\\"hi\\\"\\n\",7,0.5,null,[\"x\",\"y\"]]", "[\"ü\",-1,1.0E-9,true,[]]");
        assertThat(rows.statement())
                .startsWith("INSERT INTO t (a, b, c, d, e) SETTINGS async_insert = 0")
                .endsWith("FORMAT JSONCompactEachRow");
    }

    @Test
    void aClearedBatchStartsAfresh() {
        WarehouseRows rows = WarehouseRows.into("t", "a");
        rows.addRow("first");
        rows.clear();
        rows.addRow("second");

        assertThat(rows.size()).isOne();
        assertThat(text(rows).strip()).isEqualTo("[\"second\"]");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WarehouseRows.into("t", "a", "b").addRow("only one"));
    }

    @Test
    void eventsThatAreNotKeptHaveNoRows() {
        assertThatIllegalArgumentException().isThrownBy(() -> WarehouseRows.of(Contracts.NOW_PLAYING));
    }

    @Property
    void instantsAreWrittenAsColumnsReadThem(
            @ForAll @LongRange(min = -2_208_988_800_000L, max = 10_413_791_999_999L) long first,
            @ForAll @LongRange(min = 0, max = 90_000_000) long later) {
        IsoInstant instants = new IsoInstant();
        Instant one = Instant.ofEpochMilli(first);
        Instant two = Instant.ofEpochMilli(Math.min(first + later, 10_413_791_999_999L));

        assertThat(instants.quoted(one).getValue()).isEqualTo(COLUMN_FORM.format(one));
        assertThat(instants.quoted(two).getValue()).isEqualTo(COLUMN_FORM.format(two));
    }

    private static String text(WarehouseRows rows) {
        StringBuilder text = new StringBuilder();
        rows.body().subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                text.append(StandardCharsets.UTF_8.decode(bytes));
            }

            @Override
            public void onError(Throwable throwable) {
                throw new AssertionError(throwable);
            }

            @Override
            public void onComplete() {}
        });
        return text.toString();
    }
}
