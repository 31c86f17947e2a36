package dev.holdfast.simulator.network.message;

/**
 * One message of the network, as it is meant.
 *
 * @param card the card, as presented
 * @param merchant where
 */
public record Draft(Head head, Presented card, Merchant merchant, Terms terms, Links links, Statement statement) {

    public record Head(Kind kind, MessageId id) {}

    public Kind kind() {
        return head.kind();
    }

    public MessageId id() {
        return head.id();
    }

    /** What DE90 of a later message would say to name this one. */
    public Original asOriginal() {
        return new Original(kind(), id());
    }

    /** Whether it adds to an earlier authorization. */
    public boolean isIncrement() {
        return kind() == Kind.AUTHORIZATION && links.trace() != null;
    }

    /** Whether less may be approved: where the approved part would have to be said in two currencies, none is. */
    public boolean isDivisible() {
        return terms.partialAllowed() && !merchant.abroad();
    }

    public boolean isRefund() {
        return terms.processing() == Processing.REFUND || terms.processing() == Processing.PAYMENT;
    }

    /** What a scenario or a report shows: no card data. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind().mti())
                .append(' ')
                .append(id())
                .append(' ')
                .append(terms.processing().code())
                .append(terms.preauthorized() ? " hold " : " ")
                .append(terms.minor())
                .append(" minor");
        append(text, " id ", links.own());
        append(text, " trace ", links.trace());
        append(
                text,
                " of ",
                links.original() == null
                        ? null
                        : links.original().kind().mti() + " " + links.original().id());
        append(text, " DE38 ", links.approvalCode());
        append(text, " DE39 ", statement.responseCode());
        append(text, " DE95 ", statement.newTotal() < 0 ? null : statement.newTotal());
        append(text, " capture ", statement.of() == 0 ? null : statement.number() + "/" + statement.of());
        return text.toString();
    }

    private static void append(StringBuilder text, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            text.append(name).append(value);
        }
    }
}
