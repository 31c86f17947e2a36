package dev.holdfast.engine.iso8583;

/** Forms that are the same in every dialect. */
final class CommonShapes {

    /** DE54: account type, amount type, currency, C or D, amount. Six groups at most, 120 characters. */
    static final Shape ADDITIONAL_AMOUNTS = new Repeated(Positional.of("n2 n2 n3 x+n12"), 20, 6);

    /** DE90: message type, trace number, transmission time, acquirer, forwarder of the original. */
    static final Shape ORIGINAL_DATA = Positional.of("n4 n6 n10 n11 n11");

    private CommonShapes() {}
}
