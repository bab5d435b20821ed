package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** ClickHouse's HTTP interface as other clients than the driver use it. */
class ClickHouseHttpTest {
    private static final Pattern URL = Pattern.compile("jdbc:clickhouse://([^/]+)/.*user=([^&]+)&password=([^&]+).*");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String EXCEPTION_CODE = "X-ClickHouse-Exception-Code";

    private final String address;
    private final String credentials;

    ClickHouseHttpTest() {
        Matcher url = URL.matcher(TestEngines.clickhouseJdbcUrl());
        assertThat(url.matches()).isTrue();
        address = url.group(1);
        credentials = "Basic "
                + Base64.getEncoder()
                        .encodeToString((url.group(2) + ":" + url.group(3)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void binaryRowsGoInAndComeOutByteForByte() {
        post("/?database=hathor", "DROP TABLE IF EXISTS bytes");
        post("/?database=hathor", "CREATE TABLE bytes (n UInt8, b String) ENGINE = MergeTree ORDER BY n");
        byte[] rows = HexFormat.of().parseHex("01" + "04" + "00270a5c" + "02" + "03" + "fffe3b");
        HttpResponse<byte[]> inserted =
                post("/?database=hathor&query=" + encoded("INSERT INTO bytes FORMAT RowBinary"), rows);
        assertThat(inserted.statusCode()).isEqualTo(200);
        assertThat(inserted.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
                .contains("\"written_rows\":\"2\"");
        HttpResponse<byte[]> read =
                post("/?database=hathor&default_format=RowBinary", "SELECT n, b FROM bytes ORDER BY n");
        assertThat(read.body()).isEqualTo(rows);
        assertThat(read.headers().firstValue("X-ClickHouse-Format")).hasValue("RowBinary");
        assertThat(read.headers().firstValue("X-ClickHouse-Timezone")).hasValue("UTC");
    }

    @Test
    void rowsAsTextGoInWithTheStatementInTheBody() {
        post("/?database=hathor", "DROP TABLE IF EXISTS lines");
        post("/?database=hathor", "CREATE TABLE lines (n UInt8, t String) ENGINE = MergeTree ORDER BY n");
        String json = "INSERT INTO lines FORMAT JSONEachRow\n{\"n\":1,\"t\":\"a\\nb\"}\n{\"n\":2,\"t\":\"ø;\"}\n";
        assertThat(post("/?database=hathor", json).statusCode()).isEqualTo(200);
        assertThat(post("/?database=hathor&query=" + encoded("INSERT INTO lines FORMAT TSV"), "3\tc\n")
                        .statusCode())
                .isEqualTo(200);
        assertThat(text(post("/?database=hathor", "SELECT * FROM lines ORDER BY n FORMAT JSONCompactEachRow")))
                .isEqualTo("[1, \"a\\nb\"]\n[2, \"ø;\"]\n[3, \"c\"]\n");
    }

    @Test
    void settingsAndParametersHoldForTheirQueryOnly() {
        String setting = "SELECT getSetting('max_block_size')";
        String before = text(post("/", setting));
        assertThat(text(post("/?max_block_size=7&param_x=" + encoded("a'b"), setting + ", {x:String}")))
                .isEqualTo("7\ta\\'b\n");
        for (int i = 0; i < 16; i++) {
            assertThat(text(post("/", setting))).isEqualTo(before);
        }
        assertThat(post("/", "SELECT {x:String}").headers().firstValue(EXCEPTION_CODE))
                .as("a parameter that was not given")
                .hasValue("456");
    }

    @Test
    void whatIsWrongIsToldByStatusAndCode() {
        assertError(post("/", "SELECT nonsense"), 404, "47");
        assertError(post("/", "SELEC 1"), 400, "62");
        assertError(post("/", ""), 400, "62");
        assertError(post("/?no_such_setting=1", "SELECT 1"), 400, "115");
        assertError(post("/?bad%20name=1", "SELECT 1"), 400, "36");
        assertError(post("/?compress=1", "SELECT 1"), 400, "36");
        assertError(post("/?database=nowhere", "SELECT 1"), 404, "81");
        assertThat(text(post("/", "SELECT 1"))).as("and the next is served").isEqualTo("1\n");
    }

    @Test
    void nobodyAsksWithoutThePassword() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + "/?query=SELECT%201"))
                .build();
        assertError(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()), 401, "516");
        HttpRequest ping = HttpRequest.newBuilder(URI.create("http://" + address + "/ping"))
                .build();
        assertThat(CLIENT.send(ping, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("Ok.\n");
    }

    @Test
    void anAnswerThatIsTooLargeIsRefusedNotCut() {
        assertError(post("/?max_result_bytes=1000", "SELECT number FROM numbers(1000000)"), 500, "396");
    }

    private static void assertError(HttpResponse<byte[]> response, int status, String code) {
        assertThat(response.headers().firstValue(EXCEPTION_CODE))
                .as(text(response))
                .hasValue(code);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(text(response)).startsWith("Code: " + code);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> post(String path, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                .header("Authorization", credentials)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
