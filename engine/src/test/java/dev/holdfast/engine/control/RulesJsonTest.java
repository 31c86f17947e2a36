package dev.holdfast.engine.control;

import dev.holdfast.engine.json.JsonFormException;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import static dev.holdfast.engine.control.Purchases.SGD;
import static dev.holdfast.engine.control.Purchases.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulesJsonTest {

    private static final String COUNTER =
            "{'scope':'card','window':{'type':'sliding','seconds':3600},'currency':'SGD'}";

    @Test
    void writesEveryKindOfRuleAndConditionInOneWay() {
        Condition night = new Condition.During(new LocalHours(
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY),
                LocalTime.of(22, 30),
                LocalTime.of(6, 0),
                ZoneId.of("Asia/Singapore")));
        List<Rule> rules = List.of(
                new Rule.Block("night", List.of(night, new Condition.ChannelIn(Set.of(Channel.ATM)))),
                new Rule.AllowOnly(
                        "home",
                        List.of(new Condition.EntryModeIn(Set.of(EntryMode.CHIP))),
                        new Condition.Not(new Condition.CountryIn(Set.of("US", "DE")))),
                new Rule.AmountLimit("small", List.of(), new Money(10_000, SGD)),
                new Rule.VelocityLimit(
                        "spend",
                        new Counter(
                                Scope.ACCOUNT,
                                new Window.Calendar(Period.MONTH, ZoneId.of("UTC")),
                                Currency.of("JPY"),
                                Set.of(new Condition.MccIn(Set.of(new MccRange(5812, 5814), MccRange.of(742))))),
                        7L,
                        5_000L));

        String text = RulesJson.write(rules);

        assertThat(text)
                .isEqualTo(quoted("[{'type':'block','name':'night','when':["
                        + "{'type':'during','days':['friday','sunday'],'from':'22:30','until':'06:00',"
                        + "'zone':'Asia/Singapore'},{'type':'channel_in','values':['atm']}]},"
                        + "{'type':'allow_only','name':'home','when':[{'type':'entry_mode_in','values':['chip']}],"
                        + "'only':{'type':'not','condition':{'type':'country_in','values':['DE','US']}}},"
                        + "{'type':'amount_limit','name':'small','max_amount':100.00,'currency':'SGD'},"
                        + "{'type':'velocity_limit','name':'spend','counter':{'scope':'account',"
                        + "'window':{'type':'calendar','period':'month','zone':'UTC'},'currency':'JPY',"
                        + "'of':[{'type':'mcc_in','values':['0742','5812-5814']}]},'max_count':7,'max_amount':5000}]"));
        assertThat(RulesJson.read(text)).isEqualTo(rules);
    }

    @Test
    void countersThatCountTheSameHaveTheSameText() {
        Condition one = new Condition.CurrencyIn(Set.of(SGD, USD));
        Condition other = new Condition.MerchantIn(Set.of("b", "a"));
        Window window = new Window.Sliding(Duration.ofMinutes(5));
        Counter counter = new Counter(Scope.CARD, window, SGD, new LinkedHashSet<>(List.of(one, other)));
        Counter again = new Counter(Scope.CARD, window, SGD, new LinkedHashSet<>(List.of(other, one)));

        assertThat(CounterJson.write(counter)).isEqualTo(CounterJson.write(again));
        assertThat(CounterJson.read(CounterJson.write(counter))).isEqualTo(counter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | must be an array",
                "[1] | 0: must be an object",
                "[{}] | 0.type: is required",
                "[{'type':'nonsense'}] | 0.type: is no type of rule",
                "[{'type':'block','name':'a','when':[]}] | 0: a rule that blocks needs a condition",
                "[{'type':'block','name':'a','extra':1}] | 0.extra: is not known here",
                "[{'type':'block','when':[]}] | 0.name: is required",
                "[{'type':'block','name':'','when':[]}] | 0.name: must have 1 to 64 printable characters",
                "[{'type':'block','name':'a','when':[{'type':'mcc_in','values':['541']}]}] | 0.when.0.values.0: must be a merchant category code such as 5411 or a range such as 5812-5814",
                "[{'type':'block','name':'a','when':[{'type':'mcc_in','values':['5412-5411']}]}] | 0.when.0.values.0: an MCC range ends before it begins",
                "[{'type':'block','name':'a','when':[{'type':'mcc_in','values':[5411]}]}] | 0.when.0.values.0: must be a string",
                "[{'type':'block','name':'a','when':[{'type':'country_in','values':['sg']}]}] | 0.when.0.values.0: a country is two upper-case letters",
                "[{'type':'block','name':'a','when':[{'type':'country_in','values':['SG','SG']}]}] | 0.when.0.values: must not have an element twice",
                "[{'type':'block','name':'a','when':[{'type':'country_in','values':[]}]}] | 0.when.0.values: must have 1 to 1000 elements",
                "[{'type':'amount_limit','name':'a','max_amount':1.005,'currency':'SGD'}] | 0.max_amount: has more decimals than the currency",
                "[{'type':'amount_limit','name':'a','max_amount':'1','currency':'SGD'}] | 0.max_amount: must be a number",
                "[{'type':'amount_limit','name':'a','max_amount':1,'currency':'XXX'}] | 0.currency: must be an ISO 4217 code in upper case",
                "[{'type':'velocity_limit','name':'a','counter':COUNTER}] | 0: a velocity limit needs a count or an amount",
                "[{'type':'velocity_limit','name':'a','counter':COUNTER,'max_count':1.5}] | 0.max_count: must be a whole number from 0 to 9000000000000000",
                "[{'type':'velocity_limit','name':'a','counter':COUNTER,'max_count':null}] | 0.max_count: must be a whole number from 0 to 9000000000000000",
                "[{'type':'block','name':'a','when':[{'type':'not','condition':{'type':'not','condition':{'type':'channel_in','values':['atm']}}}]}] | 0.when.0: the opposite of an opposite is the condition itself",
            })
    void saysWhereTheErrorIs(String text, String message) {
        assertThatThrownBy(() -> RulesJson.read(quoted(text).replace("COUNTER", quoted(COUNTER))))
                .isInstanceOf(JsonFormException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[", "[] []", "[{\"type\":\"block\",\"type\":\"block\"}]", "''", "[NaN]", "null"})
    void refusesWhatIsNotJsonOrNotJustOneValue(String text) {
        assertThatThrownBy(() -> RulesJson.read(text)).isInstanceOf(JsonFormException.class);
    }

    @Test
    void refusesATextBeyondTheBoundAndTwoRulesOfOneName() {
        String blank = " ".repeat(RulesJson.MAX_LENGTH);
        String rule = "{'type':'amount_limit','name':'a','max_amount':1,'currency':'SGD'}";

        assertThatThrownBy(() -> RulesJson.read("[]" + blank)).hasMessageContaining("at most 65536 characters");
        assertThatThrownBy(() -> RulesJson.read(quoted("[" + rule + "," + rule + "]")))
                .hasMessage("two rules of a control set have the same name");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
