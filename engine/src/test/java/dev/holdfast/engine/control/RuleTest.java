package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static dev.holdfast.engine.control.Purchases.NOON;
import static dev.holdfast.engine.control.Purchases.SGD;
import static dev.holdfast.engine.control.Purchases.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RuleTest {

    private static final Purchase PURCHASE = Purchases.at(NOON);
    private static final Condition ONLINE = new Condition.ChannelIn(Set.of(Channel.ECOMMERCE));
    private static final Condition IN_SUPERMARKETS = new Condition.MccIn(Set.of(new MccRange(5400, 5499)));

    private final Velocity velocity = new Velocity();

    /** Each holds for {@link #PURCHASE}. */
    static Stream<Arguments> conditions() {
        LocalHours midday = new LocalHours(
                EnumSet.allOf(DayOfWeek.class), LocalTime.parse("12:00"), LocalTime.parse("13:00"), ZoneOffset.UTC);
        return Stream.of(
                arguments(new Condition.MccIn(Set.of(MccRange.of(5411))), "mcc"),
                arguments(new Condition.MccIn(Set.of(MccRange.of(1), new MccRange(5411, 5500))), "mcc"),
                arguments(new Condition.MccIn(Set.of(new MccRange(5000, 5411))), "mcc"),
                arguments(new Condition.MerchantIn(Set.of("M-1")), "merchant"),
                arguments(new Condition.CountryIn(Set.of("SG", "MY")), "country"),
                arguments(new Condition.CurrencyIn(Set.of(SGD)), "currency"),
                arguments(new Condition.BillingCurrencyIn(Set.of(SGD)), "billing_currency"),
                arguments(new Condition.ChannelIn(Set.of(Channel.POINT_OF_SALE)), "channel"),
                arguments(new Condition.EntryModeIn(Set.of(EntryMode.CHIP)), "entry_mode"),
                arguments(new Condition.During(midday), "time"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void blocksAndAllowsByEachCondition(Condition condition, String subject) {
        Condition opposite = new Condition.Not(condition);

        assertThat(codes(new Rule.Block("r", List.of(condition)))).containsExactly(subject + "_blocked");
        assertThat(codes(new Rule.Block("r", List.of(opposite)))).isEmpty();
        assertThat(codes(new Rule.AllowOnly("r", List.of(), condition))).isEmpty();
        assertThat(codes(new Rule.AllowOnly("r", List.of(), opposite))).containsExactly(subject + "_blocked");
    }

    @Test
    void namesWhatIsNotAmongThoseAllowed() {
        Purchase abroad = Purchases.from(new Merchant("M-2", 7995, "US"));

        assertThat(new Rule.AllowOnly("r", List.of(), IN_SUPERMARKETS).broken(abroad, velocity))
                .containsExactly(ControlReason.MCC_NOT_ALLOWED);
        assertThat(new Rule.AllowOnly("r", List.of(), new Condition.CountryIn(Set.of("SG"))).broken(abroad, velocity))
                .containsExactly(ControlReason.COUNTRY_NOT_ALLOWED);
        assertThat(new Rule.AllowOnly("r", List.of(), new Condition.MerchantIn(Set.of("M-1"))).broken(abroad, velocity))
                .containsExactly(ControlReason.MERCHANT_NOT_ALLOWED);
        assertThat(codes(new Rule.AllowOnly("r", List.of(), ONLINE))).containsExactly("channel_not_allowed");
    }

    @Test
    void whatTheMessageDoesNotSayIsNotAllowedAndNotBlocked() {
        Purchase vague = Purchases.from(new Merchant(null, 5411, null));
        Condition here = new Condition.CountryIn(Set.of("SG"));
        Condition known = new Condition.MerchantIn(Set.of("M-1"));

        assertThat(new Rule.AllowOnly("r", List.of(), here).broken(vague, velocity))
                .containsExactly(ControlReason.COUNTRY_NOT_GIVEN);
        assertThat(new Rule.AllowOnly("r", List.of(), known).broken(vague, velocity))
                .containsExactly(ControlReason.MERCHANT_NOT_GIVEN);
        assertThat(new Rule.Block("r", List.of(here)).broken(vague, velocity)).isEmpty();
        assertThat(new Rule.Block("r", List.of(known)).broken(vague, velocity)).isEmpty();
    }

    @Test
    void blocksACombinationOnlyIfAllOfItHolds() {
        Rule rule = new Rule.Block("r", List.of(IN_SUPERMARKETS, ONLINE));
        Purchase online = Purchases.by(new Acceptance(SGD, Channel.ECOMMERCE, EntryMode.ECOMMERCE));

        assertThat(rule.broken(PURCHASE, velocity)).isEmpty();
        assertThat(rule.broken(online, velocity)).containsExactly(ControlReason.COMBINATION_BLOCKED);
    }

    @Test
    void aRuleIsSilentAboutWhatItIsNotAbout() {
        Counter online = new Counter(Scope.CARD, new Window.Sliding(Duration.ofHours(1)), SGD, Set.of(ONLINE));

        assertThat(codes(new Rule.AllowOnly("r", List.of(ONLINE), new Condition.Not(IN_SUPERMARKETS))))
                .isEmpty();
        assertThat(codes(new Rule.AmountLimit("r", List.of(ONLINE), new Money(0, SGD))))
                .isEmpty();
        assertThat(codes(new Rule.VelocityLimit("r", online, 0L, 0L))).isEmpty();
    }

    @Test
    void anAmountMayBeAsLargeAsTheLimit() {
        assertThat(codes(new Rule.AmountLimit("r", List.of(), new Money(10_00, SGD))))
                .isEmpty();
        assertThat(codes(new Rule.AmountLimit("r", List.of(), new Money(9_99, SGD))))
                .containsExactly("amount_exceeded");
    }

    @Test
    void aLimitDoesNotPassWhatItCannotCompare() {
        Counter counter = new Counter(Scope.CARD, new Window.Sliding(Duration.ofHours(1)), USD, Set.of());

        assertThat(codes(new Rule.AmountLimit("r", List.of(), new Money(10_00, USD))))
                .containsExactly("limit_in_other_currency");
        assertThat(codes(new Rule.VelocityLimit("r", counter, 9L, null))).containsExactly("limit_in_other_currency");
    }

    @Test
    void aLimitForOneBillingCurrencyIsSilentAboutOthers() {
        List<Condition> billedInDollars = List.of(new Condition.BillingCurrencyIn(Set.of(USD)));

        assertThat(codes(new Rule.AmountLimit("r", billedInDollars, new Money(0, USD))))
                .isEmpty();
    }

    @Test
    void velocityIsUsedUpToTheLimitAndNoFurther() {
        Rule.VelocityLimit limit = daily(Scope.CARD, 2L, 25_00L);
        spend("m1", 10_00, limit);
        assertThat(codes(limit)).isEmpty();

        spend("m2", 5_00, limit);
        assertThat(codes(limit)).containsExactly("card_count_exceeded");

        spend("m3", 1, limit);
        assertThat(codes(limit)).containsExactlyInAnyOrder("card_count_exceeded", "card_spend_exceeded");
    }

    @Test
    void velocityOfAnAccountIsSharedByItsCards() {
        Rule.VelocityLimit limit = daily(Scope.ACCOUNT, 1L, 15_00L);
        Purchase other = Purchases.of("another card", NOON, new Money(10_00, SGD));
        velocity.consume(
                "m1", NOON, Tally.ofPurchase(10_00), Set.of(limit.counter().keyFor(other)));

        assertThat(codes(limit)).containsExactlyInAnyOrder("account_count_exceeded", "account_spend_exceeded");
    }

    @Test
    void forcedMovementsMayPassTheLimitAndStillCount() {
        Rule.VelocityLimit limit = daily(Scope.CARD, null, Money.MAX_MINOR);
        spend("forced-1", Money.MAX_MINOR, limit);
        spend("forced-2", Money.MAX_MINOR, limit);

        assertThat(codes(limit)).containsExactly("card_spend_exceeded");
        velocity.giveBackAll("forced-1");
        velocity.giveBackAll("forced-2");
        assertThat(codes(limit)).isEmpty();
    }

    @Test
    void aFullSlidingWindowRefusesWhateverItsLimit() {
        Window hour = new Window.Sliding(Duration.ofHours(1));
        Rule limit = new Rule.VelocityLimit("r", new Counter(Scope.CARD, hour, SGD, Set.of()), null, Money.MAX_MINOR);
        CounterKey key = new CounterKey(new Counter(Scope.CARD, hour, SGD, Set.of()), "card");
        for (int i = 0; i < Window.MAX_BUCKETS; i++) {
            velocity.load(new Bucket(key, NOON.minusNanos(1_000L * i), new Tally(1, 1)));
        }

        assertThat(codes(limit)).containsExactly("card_window_full");
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        Counter sliding = new Counter(Scope.CARD, new Window.Sliding(Duration.ofHours(1)), SGD, Set.of());

        Set<String> tooMany = IntStream.rangeClosed(0, Condition.MAX_VALUES)
                .mapToObj(String::valueOf)
                .collect(Collectors.toSet());

        refuses(() -> new Rule.Block("r", List.of()));
        refuses(() -> new Condition.Not(new Condition.Not(ONLINE)));
        refuses(() -> new Rule.AmountLimit("r", List.of(), new Money(-1, SGD)));
        refuses(() -> new Rule.VelocityLimit("r", sliding, null, null));
        refuses(() -> new Rule.VelocityLimit("r", sliding, 1_001L, null));
        refuses(() -> new Rule.VelocityLimit("r", sliding, -1L, null));
        refuses(() -> new Rule.VelocityLimit("r", sliding, null, Money.MAX_MINOR + 1));
        refuses(() -> new Rule.Block("r", Collections.nCopies(11, ONLINE)));
        refuses(() -> new MccRange(5500, 5499));
        refuses(() -> MccRange.of(10_000));
        refuses(() -> new Condition.CountryIn(Set.of("sg")));
        refuses(() -> new Condition.CurrencyIn(Set.<Currency>of()));
        refuses(() -> new Condition.MerchantIn(tooMany));
    }

    @Test
    void refusesPurchasesThatCannotBe() {
        refuses(() -> Purchases.of(NOON, -1));
        refuses(() -> Purchases.of(NOON, Money.MAX_MINOR + 1));
        refuses(() -> Purchases.at(NOON.plusNanos(1)));
    }

    private static void refuses(ThrowingCallable construction) {
        assertThatThrownBy(construction).isInstanceOf(IllegalArgumentException.class);
    }

    private static Rule.VelocityLimit daily(Scope scope, @Nullable Long maxCount, @Nullable Long maxMinor) {
        Window day = new Window.Calendar(Period.DAY, ZoneId.of("Asia/Singapore"));
        return new Rule.VelocityLimit("r", new Counter(scope, day, SGD, Set.of()), maxCount, maxMinor);
    }

    private void spend(String message, long minor, Rule.VelocityLimit limit) {
        velocity.consume(
                message, NOON, Tally.ofPurchase(minor), Set.of(limit.counter().keyFor(PURCHASE)));
    }

    private List<String> codes(Rule rule) {
        return rule.broken(PURCHASE, velocity).stream().map(ControlReason::code).toList();
    }
}
