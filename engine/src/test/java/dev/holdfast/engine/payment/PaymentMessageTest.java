package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.payment.PaymentMessage.Authorization;
import dev.holdfast.engine.payment.PaymentMessage.Content;
import dev.holdfast.engine.payment.PaymentMessage.Expiry;
import dev.holdfast.engine.payment.PaymentMessage.Presentment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What cannot be stored or counted is no message, and so never comes into a batch. */
class PaymentMessageTest {

    private static final String TOO_LONG = "x".repeat(PaymentMessage.MAX_CHARACTERS + 1);

    @ParameterizedTest
    @ValueSource(longs = {-1, Money.MAX_MINOR + 1, Long.MAX_VALUE})
    void refusesAmountsThatCannotBeCounted(long minor) {
        refuses("net", new Authorization(PaymentKind.FINAL_AUTHORIZATION, php(minor)));
        refuses("net", new Presentment("arn", php(minor), true));
    }

    @Test
    void refusesNamesAndReferencesThatCannotBeStored() {
        refuses(TOO_LONG, new Expiry());
        refuses("net\0", new Expiry());
        refuses("net", new Presentment(TOO_LONG, php(1), true));
        refuses("net", new Presentment("arn\0", php(1), true));
    }

    @Test
    void takesTheLargestAmountAndTheLongestReference() {
        String longest = TOO_LONG.substring(1);
        assertThatNoException()
                .isThrownBy(() -> message(longest, new Presentment(longest, php(Money.MAX_MINOR), true)));
    }

    private static void refuses(String name, Content content) {
        assertThatIllegalArgumentException().isThrownBy(() -> message(name, content));
    }

    private static PaymentMessage message(String name, Content content) {
        return new PaymentMessage(new UUID(0, 1), new AccountKey(1, "account"), List.of(name), content);
    }

    private static Money php(long minor) {
        return new Money(minor, Currency.of("PHP"));
    }
}
