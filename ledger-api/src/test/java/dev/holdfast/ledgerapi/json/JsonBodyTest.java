package dev.holdfast.ledgerapi.json;

import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.error.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"a\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":1}{}",
                "{\"a\":1} x",
                "{\"a\":1}]",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":\"line\nbreak\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":tru}",
                "{\"a\":1} // comment",
                "{/**/\"a\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"b\":{\"a\":1,\"a\":1}}",
                "{\"a\":1,\"\\u0061\":2}"
            })
    void refusesWhatIsNotOneObject(String body) {
        refuses(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2261223a22ff227d", // a byte that UTF-8 never has
                "7b2261223a22c328227d", // a broken two-byte form
                "7b2261223a22c081227d", // an overlong form
                "7b2261223a22eda080227d", // a surrogate
                "7b2261223a22f4908080227d", // beyond U+10FFFF
                "7b2261223a22e282", // cut off within a character
                "7b2200223a317d" // a zero byte
            })
    void refusesWhatIsNotUtf8(String hex) {
        refuses(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void refusesOtherEncodings(String charset) {
        refuses("{\"a\":1}".getBytes(Charset.forName(charset)));
    }

    @Test
    void refusesDeepNestingWithoutDescending() {
        refuses(("{\"a\":" + "[".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
        refuses("{\"a\":".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesEndlessNumbersAndNames() {
        refuses(("{\"a\":" + "9".repeat(60_000) + "}").getBytes(StandardCharsets.UTF_8));
        refuses(("{\"" + "a".repeat(60_000) + "\":1}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsWhereTheTextGoesWrong() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> members("{\"a\":1,\n  oops".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("line 2");
    }

    @Test
    void passesOverNestedValues() {
        String body = "{\"a\":{\"x\":[1,{\"y\":\"\u00e9\"}]},\"b\":[[]],\"c\":null}";

        assertThat(members(body.getBytes(StandardCharsets.UTF_8))).containsExactly("a", "b", "c");
    }

    private static void refuses(byte[] body) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> members(body))
                .satisfies(refused -> assertThat(refused.error().code()).isEqualTo(ErrorCode.VALIDATION_ERROR));
    }

    private static List<String> members(byte[] body) {
        List<String> names = new ArrayList<>();
        JsonBody.read(body, new Problems(), (name, in) -> {
            names.add(name);
            in.skip();
        });
        return names;
    }
}
