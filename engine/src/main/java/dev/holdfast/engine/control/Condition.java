package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Currency;

import java.util.Collection;
import java.util.Set;

/** Something that is true or false of a purchase. What a message does not say is in no set. */
public sealed interface Condition {

    /** Values that one condition may list. */
    int MAX_VALUES = 1_000;

    boolean holds(Purchase purchase);

    /** Why a purchase is refused that this condition, alone, blocks. */
    ControlReason whenBlocked(Purchase purchase);

    /** Why a purchase is refused that this condition should have held for. */
    ControlReason whenNotAllowed(Purchase purchase);

    record MccIn(Set<MccRange> ranges) implements Condition {

        public MccIn {
            ranges = Set.copyOf(ranges);
            requireBounded(ranges.size());
        }

        @Override
        public boolean holds(Purchase purchase) {
            return ranges.stream()
                    .anyMatch(range -> range.contains(purchase.merchant().mcc()));
        }

        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return ControlReason.MCC_BLOCKED;
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return ControlReason.MCC_NOT_ALLOWED;
        }
    }

    record MerchantIn(Set<String> ids) implements Condition {

        public MerchantIn {
            ids = Set.copyOf(ids);
            requireBounded(ids.size());
        }

        @Override
        public boolean holds(Purchase purchase) {
            String id = purchase.merchant().id();
            return id != null && ids.contains(id);
        }

        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return ControlReason.MERCHANT_BLOCKED;
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return purchase.merchant().id() == null
                    ? ControlReason.MERCHANT_NOT_GIVEN
                    : ControlReason.MERCHANT_NOT_ALLOWED;
        }
    }

    /** By the merchant's country: ISO 3166 alpha-2, upper case. */
    record CountryIn(Set<String> countries) implements Condition {

        public CountryIn {
            countries = Set.copyOf(countries);
            requireBounded(countries.size());
            countries.forEach(Merchant::requireCountry);
        }

        @Override
        public boolean holds(Purchase purchase) {
            String country = purchase.merchant().country();
            return country != null && countries.contains(country);
        }

        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return ControlReason.COUNTRY_BLOCKED;
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return purchase.merchant().country() == null
                    ? ControlReason.COUNTRY_NOT_GIVEN
                    : ControlReason.COUNTRY_NOT_ALLOWED;
        }
    }

    /** By the merchant's currency. */
    record CurrencyIn(Set<Currency> currencies) implements Condition {

        public CurrencyIn {
            currencies = Set.copyOf(currencies);
            requireBounded(currencies.size());
        }

        @Override
        public boolean holds(Purchase purchase) {
            return currencies.contains(purchase.acceptance().currency());
        }

        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return ControlReason.CURRENCY_BLOCKED;
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return ControlReason.CURRENCY_NOT_ALLOWED;
        }
    }

    /** By the currency that the cardholder is billed in, which is also the currency of every limit. */
    record BillingCurrencyIn(Set<Currency> currencies) implements Condition {

        public BillingCurrencyIn {
            currencies = Set.copyOf(currencies);
            requireBounded(currencies.size());
        }

        @Override
        public boolean holds(Purchase purchase) {
            return currencies.contains(purchase.amount().currency());
        }

        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return ControlReason.BILLING_CURRENCY_BLOCKED;
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return ControlReason.BILLING_CURRENCY_NOT_ALLOWED;
        }
    }

    record ChannelIn(Set<Channel> channels) implements Condition {

        public ChannelIn {
            channels = Set.copyOf(channels);
            requireBounded(channels.size());
        }

        @Override
        public boolean holds(Purchase purchase) {
            return channels.contains(purchase.acceptance().channel());
        }

        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return ControlReason.CHANNEL_BLOCKED;
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return ControlReason.CHANNEL_NOT_ALLOWED;
        }
    }

    record EntryModeIn(Set<EntryMode> entryModes) implements Condition {

        public EntryModeIn {
            entryModes = Set.copyOf(entryModes);
            requireBounded(entryModes.size());
        }

        @Override
        public boolean holds(Purchase purchase) {
            return entryModes.contains(purchase.acceptance().entryMode());
        }

        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return ControlReason.ENTRY_MODE_BLOCKED;
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return ControlReason.ENTRY_MODE_NOT_ALLOWED;
        }
    }

    record During(LocalHours hours) implements Condition {

        @Override
        public boolean holds(Purchase purchase) {
            return hours.contains(purchase.at());
        }

        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return ControlReason.TIME_BLOCKED;
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return ControlReason.TIME_NOT_ALLOWED;
        }
    }

    /** The opposite of another condition: all merchants but these. True also of what the message does not say. */
    record Not(Condition condition) implements Condition {

        public Not {
            if (condition instanceof Not) {
                throw new IllegalArgumentException("the opposite of an opposite is the condition itself");
            }
        }

        @Override
        public boolean holds(Purchase purchase) {
            return !condition.holds(purchase);
        }

        /** Blocking all but a set is allowing the set only. */
        @Override
        public ControlReason whenBlocked(Purchase purchase) {
            return condition.whenNotAllowed(purchase);
        }

        @Override
        public ControlReason whenNotAllowed(Purchase purchase) {
            return condition.whenBlocked(purchase);
        }
    }

    static boolean allHold(Collection<Condition> conditions, Purchase purchase) {
        return conditions.stream().allMatch(condition -> condition.holds(purchase));
    }

    private static void requireBounded(int values) {
        if (values < 1 || values > MAX_VALUES) {
            throw new IllegalArgumentException("a condition lists 1 to " + MAX_VALUES + " values");
        }
    }
}
