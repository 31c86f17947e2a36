package dev.holdfast.ops.configuration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

class ConfigurationTest {

    private final Path directory;

    ConfigurationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void takesDefaultsWhereNothingIsGiven() {
        Configuration configuration = Configuration.load(Map.of(), null);
        assertThat(configuration.whole(Setting.HOLDFAST_HTTP_PORT)).isEqualTo(8080);
        assertThat(configuration.duration(Setting.HOLDFAST_POSTGRES_START_TIMEOUT))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(configuration.database()).isEmpty();
        assertThat(configuration.find(Setting.HOLDFAST_BOOTSTRAP_API_KEY)).isEmpty();
    }

    @Test
    void prefersTheEnvironmentToTheFile() throws IOException {
        Path file = file("HOLDFAST_HTTP_PORT=1111\nHOLDFAST_LANES=2\n");
        Configuration configuration = Configuration.load(Map.of("HOLDFAST_HTTP_PORT", "2222"), file);
        assertThat(configuration.whole(Setting.HOLDFAST_HTTP_PORT)).isEqualTo(2222);
        assertThat(configuration.whole(Setting.HOLDFAST_LANES)).isEqualTo(2);
    }

    @Test
    void readsTheFileThatTheEnvironmentNames() throws IOException {
        Path file = file("HOLDFAST_LANES=2\n");
        Configuration configuration = Configuration.load(Map.of("HOLDFAST_CONFIG", file.toString()), null);
        assertThat(configuration.whole(Setting.HOLDFAST_LANES)).isEqualTo(2);
    }

    @Test
    void takesAnEmptyVariableForNotSet() {
        Configuration configuration = Configuration.load(Map.of("HOLDFAST_READ_CONNECTIONS", " "), null);
        assertThat(configuration.whole(Setting.HOLDFAST_READ_CONNECTIONS)).isEqualTo(4);
    }

    @Test
    void namesEveryBadKeyAtOnceWithItsBound() throws IOException {
        Path file = file("HOLDFAST_LANES=65\nHOLDFAST_LANE=1\n");
        assertThatThrownBy(() -> Configuration.load(Map.of("HOLDFAST_HTTP_PORT", "65536"), file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HOLDFAST_LANES: \"65\"")
                .hasMessageContaining("whole number from 0 to 64")
                .hasMessageContaining("HOLDFAST_LANE: no such key")
                .hasMessageContaining("HOLDFAST_HTTP_PORT: \"65536\"")
                .hasMessageContaining("whole number from 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource({
        "HOLDFAST_HTTP_PORT,-1",
        "HOLDFAST_HTTP_PORT,80x",
        "HOLDFAST_HTTP_PORT,99999999999999999999",
        "HOLDFAST_HTTP_HOST,a host",
        "HOLDFAST_LANES,65",
        "HOLDFAST_READ_TIMEOUT,10",
        "HOLDFAST_READ_TIMEOUT,99ms",
        "HOLDFAST_READ_TIMEOUT,301s",
        "HOLDFAST_READ_TIMEOUT,1d",
        "HOLDFAST_API_KEY_HEADER,X API",
        "HOLDFAST_BOOTSTRAP_API_KEY,short",
        "HOLDFAST_LOG_LEVEL,loud",
        "DATABASE_URL,mysql://u:p@h/d",
        "DATABASE_URL,postgresql://h/d"
    })
    void refusesValuesOutsideTheirBounds(String key, String value) {
        assertThatThrownBy(() -> Configuration.load(Map.of(key, value), null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key);
    }

    @Test
    void refusesOnePortForBothListeners() {
        assertThatThrownBy(() -> Configuration.load(Map.of("HOLDFAST_MANAGEMENT_PORT", "8080"), null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HOLDFAST_MANAGEMENT_PORT");
    }

    @Test
    void showsNoSecretWhenPrinted() {
        String printed = Configuration.load(
                        Map.of(
                                "DATABASE_URL", "postgresql://teller:swordfish@db:5433/bank",
                                "HOLDFAST_BOOTSTRAP_API_KEY", "open-sesame-1"),
                        null)
                .toString();
        assertThat(printed)
                .contains("DATABASE_URL=postgresql://teller@db:5433/bank")
                .contains("HOLDFAST_BOOTSTRAP_API_KEY=********")
                .contains("HOLDFAST_HTTP_PORT=8080  # default")
                .doesNotContain("swordfish")
                .doesNotContain("open-sesame-1");
    }

    @Test
    void showsNoSecretWhenItIsRefused() throws IOException {
        Path file = file("HOLDFAST_BOOTSTRAP_API_KEY=tiny\nDATABASE_URL=postgresql://teller:swordfish@/bank\n");
        assertThat(catchThrowable(() -> Configuration.load(Map.of(), file)))
                .hasMessageContaining("HOLDFAST_BOOTSTRAP_API_KEY")
                .hasMessageContaining("DATABASE_URL")
                .message()
                .doesNotContain("tiny")
                .doesNotContain("swordfish");
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        assertThatThrownBy(() -> Configuration.load(Map.of(), directory.resolve("none")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Path file = file("#".repeat(ConfigurationFile.MAX_BYTES + 1));
        assertThatThrownBy(() -> Configuration.load(Map.of(), file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("more than 65536 bytes");
    }

    @Test
    void noticesVariablesThatAreProbablyMisspelt() {
        Map<String, String> environment =
                Map.of("HOLDFAST_HTPP_PORT", "1", "HOLDFAST_HTTP_PORT", "1", "HOLDFAST_CONFIG", "c", "PATH", "/bin");
        assertThat(Configuration.unknownVariables(environment)).containsExactly("HOLDFAST_HTPP_PORT");
    }

    @Test
    void placesDataByUserAndNeverByWorkingDirectory() {
        Map<String, String> environment = Map.of("HOME", "/home/ada", "XDG_DATA_HOME", "relative/ignored");
        Path data = Configuration.load(environment, null).directory(Setting.HOLDFAST_DATA_DIR);
        boolean root = System.getProperty("user.name").equals("root");
        assertThat(data).isEqualTo(Path.of(root ? "/var/lib/holdfast" : "/home/ada/.local/share/holdfast"));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("holdfast.properties"), content);
    }
}
