package dev.holdfast.engine.notification;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignatureTest {

    /** Of the specification's reference libraries. */
    private static final SigningSecret PUBLISHED = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void agreesWithThePublishedVector() {
        assertThat(Signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, "{\"test\": 2432232314}", List.of(PUBLISHED)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsByEverySecretThatIsLive() {
        SigningSecret other = SigningSecret.draw(new SecureRandom());
        assertThat(Signature.of("id", AT, "{}", List.of(other, PUBLISHED)))
                .isEqualTo(Signature.of("id", AT, "{}", List.of(other)) + " "
                        + Signature.of("id", AT, "{}", List.of(PUBLISHED)));
    }

    @Test
    void readsWhatItReveals() {
        SigningSecret drawn = SigningSecret.draw(new SecureRandom());
        assertThat(SigningSecret.parse(drawn.reveal())).isEqualTo(drawn);
        assertThat(drawn.toString()).isEqualTo("SigningSecret[not shown]");
    }

    @Test
    void refusesASecretOfAnotherFormWithoutRepeatingIt() {
        for (String text : List.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_not!base64")) {
            assertThatThrownBy(() -> SigningSecret.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(text);
        }
    }
}
