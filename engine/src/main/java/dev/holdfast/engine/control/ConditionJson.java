package dev.holdfast.engine.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.control.Condition.BillingCurrencyIn;
import dev.holdfast.engine.control.Condition.ChannelIn;
import dev.holdfast.engine.control.Condition.CountryIn;
import dev.holdfast.engine.control.Condition.CurrencyIn;
import dev.holdfast.engine.control.Condition.During;
import dev.holdfast.engine.control.Condition.EntryModeIn;
import dev.holdfast.engine.control.Condition.MccIn;
import dev.holdfast.engine.control.Condition.MerchantIn;
import dev.holdfast.engine.control.Condition.Not;
import dev.holdfast.engine.json.JsonPlace;
import dev.holdfast.engine.money.Currency;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition as JSON. Values of a set are sorted, so that the same condition is the same text. */
final class ConditionJson {

    /** Field 42 of ISO 8583 has 15; other sources of merchants have more. */
    private static final int MAX_MERCHANT = 64;

    private static final int MAX_ZONE = 64;
    private static final int DAYS = 7;

    private ConditionJson() {}

    static Condition read(JsonPlace place) {
        String type = place.objectOfType();
        return switch (type) {
            case "mcc_in" -> place.checked(() -> new MccIn(values(place, MccRangeJson::read)));
            case "merchant_in" -> place.checked(() -> new MerchantIn(values(place, value -> value.text(MAX_MERCHANT))));
            case "country_in" -> place.checked(() -> new CountryIn(values(place, ConditionJson::country)));
            case "currency_in" -> place.checked(() -> new CurrencyIn(values(place, JsonPlace::currency)));
            case "billing_currency_in" ->
                place.checked(() -> new BillingCurrencyIn(values(place, JsonPlace::currency)));
            case "channel_in" -> place.checked(() -> new ChannelIn(values(place, value -> value.oneOf(Channel.class))));
            case "entry_mode_in" ->
                place.checked(() -> new EntryModeIn(values(place, value -> value.oneOf(EntryMode.class))));
            case "during" -> place.checked(() -> new During(hours(place)));
            case "not" -> {
                place.object("type", "condition");
                yield place.checked(() -> new Not(read(place.member("condition"))));
            }
            default -> throw place.member("type").problem("is no type of condition");
        };
    }

    private static <T> Set<T> values(JsonPlace place, Function<JsonPlace, T> read) {
        return place.object("type", "values").member("values").set(1, Condition.MAX_VALUES, read);
    }

    private static String country(JsonPlace place) {
        String country = place.text(2);
        return place.checked(() -> {
            Merchant.requireCountry(country);
            return country;
        });
    }

    private static LocalHours hours(JsonPlace place) {
        place.object("type", "days", "from", "until", "zone");
        return new LocalHours(
                place.member("days").set(1, DAYS, day -> day.oneOf(DayOfWeek.class)),
                time(place.member("from")),
                time(place.member("until")),
                zone(place.member("zone")));
    }

    private static LocalTime time(JsonPlace place) {
        try {
            return LocalTime.parse(place.text(8));
        } catch (DateTimeException e) {
            throw place.problem("must be a time of day such as 22:30");
        }
    }

    static ZoneId zone(JsonPlace place) {
        try {
            return ZoneId.of(place.text(MAX_ZONE));
        } catch (DateTimeException e) {
            throw place.problem("must be a time zone such as Asia/Singapore");
        }
    }

    static ObjectNode node(Condition condition) {
        if (condition instanceof MccIn in) {
            return values("mcc_in", in.ranges().stream().map(MccRangeJson::text));
        } else if (condition instanceof MerchantIn in) {
            return values("merchant_in", in.ids().stream());
        } else if (condition instanceof CountryIn in) {
            return values("country_in", in.countries().stream());
        } else if (condition instanceof CurrencyIn in) {
            return values("currency_in", in.currencies().stream().map(Currency::code));
        } else if (condition instanceof BillingCurrencyIn in) {
            return values("billing_currency_in", in.currencies().stream().map(Currency::code));
        } else if (condition instanceof ChannelIn in) {
            return values("channel_in", in.channels().stream().map(JsonPlace::label));
        } else if (condition instanceof EntryModeIn in) {
            return values("entry_mode_in", in.entryModes().stream().map(JsonPlace::label));
        } else if (condition instanceof During during) {
            return hours(during.hours());
        }
        ObjectNode not = typed("not");
        not.set("condition", node(((Not) condition).condition()));
        return not;
    }

    private static ObjectNode hours(LocalHours hours) {
        ObjectNode node = typed("during");
        var days = node.putArray("days");
        hours.days().stream().sorted().map(JsonPlace::label).forEach(days::add);
        return node.put("from", hours.from().toString())
                .put("until", hours.until().toString())
                .put("zone", hours.zone().getId());
    }

    private static ObjectNode values(String type, Stream<String> values) {
        ObjectNode node = typed(type);
        var array = node.putArray("values");
        values.sorted().forEach(array::add);
        return node;
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
