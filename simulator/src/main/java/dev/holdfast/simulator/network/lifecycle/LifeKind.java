package dev.holdfast.simulator.network.lifecycle;

/** The kinds of lives, as {@link LifeText} reads them. Each is about an amount, of which its steps name shares. */
public enum LifeKind {
    PURCHASE("a authorize x1; c capture a x1"),
    PURCHASE_WITH_CVV("a authorize x1 cvv; c capture a x1 1of1"),
    PURCHASE_NOT_CAPTURED("a authorize x1"),
    CAPTURED_FOR_LESS("a authorize x1; c capture a x1/2 1of1"),
    CAPTURED_FOR_MORE("a authorize x1; c capture a x6/5 1of1"),
    CAPTURED_IN_PARTS("a authorize x1; c capture a x1/2 1of2; d capture a x1/4 2of2"),
    CAPTURED_TWICE("a authorize x1; c capture a x1 1of1; always d duplicate c x1"),
    PARTIAL_APPROVAL("a authorize x40 partial; always r reverse a x0"),
    OVERSPENDING("a authorize x10000; always r reverse a x0"),
    HELD_AND_CAPTURED("a hold x1; c capture a x1 1of1"),
    HELD_AND_INCREMENTED("a hold x1; i increment a x1/4; j increment a x1/8; c capture a x1 1of1"),
    INCREMENTED_AND_REVERSED("a hold x1; i increment a x1/2; s reverse i x0; r reverse a x0"),
    HELD_AND_CAPTURED_FOR_LESS("a hold x1; c capture a x1/2 1of1"),
    HELD_AND_CAPTURED_IN_PARTS("a hold x1; c capture a x1/4 1of3; d capture a x1/4 2of3; e capture a x1/4 3of3"),
    HELD_AND_OVER_CAPTURED("a hold x1; c capture a x2 1of1"),
    HELD_AND_NEVER_CAPTURED("a hold x1"),
    VERIFICATION("a verify x0 cvv"),
    ADDRESS_VERIFICATION("a verify x0 address"),
    WRONG_CVV("a authorize x1 wrong_cvv"),
    WRONG_EXPIRY("a authorize x1 wrong_expiry"),
    PURCHASE_WITH_PIN("a authorize x1 pin; c capture a x1 1of1"),
    CASH("a cash x1 pin"),
    CASH_REVERSED("a cash x1 pin; r reverse a x0"),
    WRONG_PIN("a cash x1 wrong_pin; always b cash x1 pin"),
    WRONG_PIN_TOO_OFTEN("a cash x1 wrong_pin; b cash x1 wrong_pin; c cash x1 wrong_pin; d cash x1 pin"),
    CASHBACK("a cashback x1; c capture a x1 1of1"),
    QUASI_CASH("a quasi_cash x1; c capture a x1 1of1"),
    BALANCE("a balance x0"),
    REFUND_AUTHORIZED("a refund_authorize x1; c refund a x1"),
    REFUND("a authorize x1; c capture a x1 1of1; f refund a x1/2"),
    REFUND_UNLINKED("f refund x1"),
    REFUND_REVERSED("f refund x1; always r reverse f x0 advice"),
    REVERSED("a authorize x1; r reverse a x0"),
    HOLD_REVERSED("a hold x1; r reverse a x0"),
    REVERSED_IN_PART("a hold x1; r reverse a x1/2; c capture a x1/2 1of1"),
    REDUCED("a authorize x1; r reverse a x1/4"),
    HOLD_REDUCED("a hold x1; r reverse a x3/4; s reverse a x1/4"),
    REVERSED_TWICE("a authorize x1; r reverse a x1/2 advice; s reverse a x0; t reverse a x0"),
    OVER_REVERSED("a hold x1; r reverse a x2; c capture a x1 1of1"),
    DECLINED_AND_REVERSED("a authorize x1 wrong_expiry; always r reverse a x0"),
    REVERSED_BEFORE("always r reverse a x0 advice; always a authorize x1"),
    REVERSED_MEANWHILE("a authorize x1; racing r reverse a x0"),
    INCREMENTED_AFTER_REVERSAL("a hold x1; r reverse a x0; i increment a x1/2; s reverse i x0"),
    CAPTURED_AFTER_REVERSAL("a hold x1; r reverse a x0; c capture a x1 1of1"),
    CAPTURED_ALONE("c capture x1 1of1"),
    CAPTURED_BEFORE("always c capture a x1; always a authorize x1"),
    CAPTURED_MEANWHILE("a authorize x1; racing c capture a x1"),
    CAPTURE_TAKEN_BACK("a authorize x1; c capture a x1 1of1; r reverse c x0 advice"),
    DUPLICATED("a authorize x1; always d duplicate a x1"),
    REPEATED("a hold x1; always d repeat a x1"),
    REVERSAL_REPEATED("a authorize x1; r reverse a x0; always d repeat r x1"),
    IDENTITY_REUSED("a authorize x1; always x conflict a x2"),
    STOOD_IN("always s stand_in x1; c capture s x1 1of1"),
    STOOD_IN_BEFORE("always s stand_in a x1; always a authorize x1; c capture a x1 1of1"),
    TOO_LATE_AND_STOOD_IN("a hold x1; always r too_late a x0; racing s stand_in a x1; c capture a x1 1of1"),
    STAND_IN_DECLINED("always s stand_in x1 declined"),
    EXPIRED("a hold x1; expired b balance x0"),
    PURCHASE_EXPIRED("a authorize x1; expired b balance x0"),
    CAPTURED_AFTER_EXPIRY("a hold x1; expired c capture a x1 1of1"),
    REVERSED_AFTER_EXPIRY("a hold x1; expired r reverse a x1/2"),
    STOOD_IN_UNDER_TWO_NAMES(
            "always s stand_in a x1 zero_id; always c capture a x1 1of1; always a authorize x1", Names.TWO),
    REVERSED_UNDER_TWO_NAMES(
            "always r reverse a x1/2 zero_id; always c capture a x1/2; always a authorize x1", Names.TWO),
    NETWORK_ID_LOST("a authorize x1; r reverse a x1/2 zero_id; c capture a x1/2 zero_id");

    /** Small enough for any card, large enough to be divided by eight. */
    private static final long LOWEST_MINOR = 8;

    private enum Names {
        ONE,
        TWO
    }

    private final String text;
    private final Names names;

    LifeKind(String text) {
        this(text, Names.ONE);
    }

    LifeKind(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    /**
     * Whether one message names DE90 alone and another the network's id alone, before the request that has both names: only
     * with the request can an issuer tell that these are one payment.
     */
    public boolean isKnownByTwoNames() {
        return names == Names.TWO;
    }

    /** Whether it waits until its authorization has expired, which takes an issuer that lets some expire soon. */
    public boolean isExpiring() {
        return text.contains("expired ");
    }

    /** Returns a life about an amount, in minor units. */
    public Life life(long minor) {
        return new Life(this, LifeText.cues(text, Math.max(LOWEST_MINOR, minor)));
    }
}
