package dev.holdfast.ops.configuration;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SettingTest {

    /** Changing a default changes what every installation does: it takes a line here too. */
    @Test
    void keepsItsDefaults() {
        Map<Setting, String> defaults = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            setting.defaultValue().ifPresent(value -> defaults.put(setting, value));
        }
        assertThat(defaults)
                .isEqualTo(Map.ofEntries(
                        Map.entry(Setting.HOLDFAST_HTTP_HOST, "127.0.0.1"),
                        Map.entry(Setting.HOLDFAST_HTTP_PORT, "8080"),
                        Map.entry(Setting.HOLDFAST_HTTP_CONNECTIONS, "4096"),
                        Map.entry(Setting.HOLDFAST_HTTP_BODY_TIMEOUT, "10s"),
                        Map.entry(Setting.HOLDFAST_HTTP_IDLE_TIMEOUT, "75s"),
                        Map.entry(Setting.HOLDFAST_MANAGEMENT_HOST, "127.0.0.1"),
                        Map.entry(Setting.HOLDFAST_MANAGEMENT_PORT, "9090"),
                        Map.entry(Setting.HOLDFAST_API_KEY_HEADER, "X-API-Key"),
                        Map.entry(Setting.HOLDFAST_REQUEST_DEADLINE, "5s"),
                        Map.entry(Setting.HOLDFAST_ISO8583_HOST, "127.0.0.1"),
                        Map.entry(Setting.HOLDFAST_ISO8583_PORT, "8583"),
                        Map.entry(Setting.HOLDFAST_ISO8583_PROFILE, "mastercard-style"),
                        Map.entry(Setting.HOLDFAST_ISO8583_LINKS, "64"),
                        Map.entry(Setting.HOLDFAST_ISO8583_WINDOW, "512"),
                        Map.entry(Setting.HOLDFAST_ISO8583_IDLE_TIMEOUT, "30s"),
                        Map.entry(Setting.HOLDFAST_ISO8583_STALL_TIMEOUT, "10s"),
                        Map.entry(Setting.HOLDFAST_POSTGRES_PORT, "0"),
                        Map.entry(Setting.HOLDFAST_POSTGRES_SHARED_BUFFERS_MB, "0"),
                        Map.entry(Setting.HOLDFAST_POSTGRES_START_TIMEOUT, "2m"),
                        Map.entry(Setting.HOLDFAST_LANES, "0"),
                        Map.entry(Setting.HOLDFAST_LANE_QUEUE_LIMIT, "4096"),
                        Map.entry(Setting.HOLDFAST_LANE_BATCH_LIMIT, "512"),
                        Map.entry(Setting.HOLDFAST_LANE_BATCH_TIMEOUT, "10s"),
                        Map.entry(Setting.HOLDFAST_LANE_RESOLVE_PATIENCE, "30s"),
                        Map.entry(Setting.HOLDFAST_READ_CONNECTIONS, "4"),
                        Map.entry(Setting.HOLDFAST_READ_TIMEOUT, "10s"),
                        Map.entry(Setting.HOLDFAST_INVARIANT_INTERVAL, "10s"),
                        Map.entry(Setting.HOLDFAST_SHUTDOWN_TIMEOUT, "9s"),
                        Map.entry(Setting.HOLDFAST_LOG_LEVEL, "info")));
    }

    @Test
    void isWithinItsOwnBoundByDefault() {
        for (Setting setting : Setting.values()) {
            setting.defaultValue()
                    .ifPresent(value ->
                            assertThat(setting.admits(value)).as(setting.key()).isTrue());
        }
    }

    @Test
    void hidesKeysAndUrlsWithPasswords() {
        assertThat(Setting.values())
                .filteredOn(Setting::secret)
                .containsExactly(Setting.HOLDFAST_BOOTSTRAP_API_KEY, Setting.DATABASE_URL);
    }
}
