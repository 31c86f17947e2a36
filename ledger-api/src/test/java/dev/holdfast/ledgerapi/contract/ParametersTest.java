package dev.holdfast.ledgerapi.contract;

import dev.holdfast.ledgerapi.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ParametersTest {

    @ParameterizedTest
    @EnumSource
    void takesTheParameterFromThePathAsItStands(Endpoint endpoint) {
        String path = endpoint.template().replaceAll("\\{[a-z_]+}", "a%2Fb");

        assertThat(endpoint.parameterOf(path)).isEqualTo(path.contains("%") ? "a%2Fb" : "");
    }

    @ParameterizedTest
    @CsvSource({"a%2Fb, a/b", "%E4%B8%AD, \u4e2d", "a+b, a+b", "%25, %", "%7e, ~"})
    void decodesPercentCodes(String raw, String decoded) {
        assertThat(PercentCode.decode(raw)).contains(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "a%", "%zz", "%ff", "%c0%80", "%ed%a0%80", "%\uff11\uff11"})
    void refusesBrokenPercentCodes(String raw) {
        assertThat(PercentCode.decode(raw)).isEmpty();
    }

    @Test
    void readsQueries() {
        QueryParameters query = QueryParameters.of("at=2026-01-01T00:00:00+08:00&empty=&flag&x=%26");

        assertThat(query.get("at")).isEqualTo("2026-01-01T00:00:00+08:00");
        assertThat(query.get("empty")).isEmpty();
        assertThat(query.get("flag")).isEmpty();
        assertThat(query.get("x")).isEqualTo("&");
        assertThat(query.get("y")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=%zz", "a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q"})
    void refusesBadQueries(String raw) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> QueryParameters.of(raw));
    }
}
