package dev.holdfast.simulator.network.card;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbossingFileTest {

    private static final String LINE = "{\"card_id\":\"c-1\",\"account_ref\":\"acc-1\",\"pan\":\"9999990000000018\","
            + "\"expiry\":\"3112\",\"cvv2\":\"123\",\"service_code\":\"201\"}";
    private static final Currency PHP = Currency.getInstance("PHP");

    @Test
    void readsACardALine(@TempDir Path directory) throws IOException {
        List<TestCard> cards = read(directory, LINE + "\n\n" + LINE.replace("}", ",\"currency\":\"JPY\"}") + "\n");

        assertThat(cards).hasSize(2);
        assertThat(cards.get(0).accountRef()).isEqualTo("acc-1");
        assertThat(cards.get(0).currency()).isEqualTo(PHP);
        assertThat(cards.get(1).currency().getCurrencyCode()).isEqualTo("JPY");
        assertThat(cards.get(1).condition()).isEqualTo(CardCondition.ACTIVE);
    }

    @Test
    void namesTheLineAndNotItsContentWhenItIsNoCard(@TempDir Path directory) {
        assertThatThrownBy(() -> read(directory, LINE + "\n" + LINE.replace("3112", "3113")))
                .hasMessage("line 2: an expiry date is YYMM")
                .message()
                .doesNotContain("999999");
        assertThatThrownBy(() -> read(directory, LINE.substring(0, 60)))
                .hasMessage("line 1 is not a JSON object")
                .hasNoCause();
        assertThatThrownBy(() -> read(directory, LINE.replace("card_id", "id")))
                .hasMessage("line 1: card_id is missing");
    }

    @Test
    void printsNothingOfACardButItsName(@TempDir Path directory) throws IOException {
        TestCard card = read(directory, LINE).get(0);

        assertThat(card.toString() + card.embossing()).isEqualTo("c-1embossing");
    }

    private static List<TestCard> read(Path directory, String content) throws IOException {
        Path file = directory.resolve("cards.jsonl");
        Files.writeString(file, content);
        return EmbossingFile.read(file, PHP);
    }
}
