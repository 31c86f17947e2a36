package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.ApprovalCode;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;

import java.util.List;
import java.util.UUID;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION_ADVICE;
import static dev.holdfast.engine.network.MessageFunction.CLEARING;
import static dev.holdfast.engine.network.MessageFunction.NEGATIVE_ACKNOWLEDGEMENT;
import static dev.holdfast.engine.network.MessageFunction.REVERSAL_ADVICE;
import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;

/** Lives of payments, six messages each. The amounts are chosen so that no two sums agree by accident. */
enum Lives {
    /** One authorization, part of it taken back, captured in two parts of which one is taken back, and a refund. */
    CAPTURED_IN_PARTS {
        @Override
        List<Statement> of(TestNetwork network, TestCard card) {
            Lines lines = new Lines(network, card);
            return List.of(
                    lines.authorization(PRE_AUTHORIZATION, 1_000),
                    lines.reversal(lines.first, 700),
                    lines.capture("part", 310, false),
                    lines.capture("last", 350, true),
                    lines.captureReversal("part"),
                    lines.refund("refund", 55));
        }
    },
    /** The last capture is taken back: what was approved is held again. */
    LAST_CAPTURE_TAKEN_BACK {
        @Override
        List<Statement> of(TestNetwork network, TestCard card) {
            Lines lines = new Lines(network, card);
            return List.of(
                    lines.authorization(PRE_AUTHORIZATION, 1_000),
                    lines.increment(PRE_AUTHORIZATION, 270),
                    lines.reversal(lines.second, 200),
                    lines.capture("part", 430, false),
                    lines.capture("last", 510, true),
                    lines.captureReversal("last"));
        }
    },
    /** A purchase that was taken back, and refunded in error. */
    REVERSED_PURCHASE {
        @Override
        List<Statement> of(TestNetwork network, TestCard card) {
            Lines lines = new Lines(network, card);
            return List.of(
                    lines.authorization(FINAL_AUTHORIZATION, 1_000),
                    lines.reversal(lines.first, 0),
                    lines.capture("last", 940, true),
                    lines.captureReversal("last"),
                    lines.refund("refund", 400),
                    lines.refundReversal("refund"));
        }
    },
    /** Our answer came too late, and the network had decided itself. */
    STOOD_IN {
        @Override
        List<Statement> of(TestNetwork network, TestCard card) {
            Lines lines = new Lines(network, card);
            return List.of(
                    lines.authorization(PRE_AUTHORIZATION, 1_000),
                    lines.answerVoid(lines.first),
                    lines.advice(PRE_AUTHORIZATION, 910),
                    lines.reversal(lines.first, 620),
                    lines.capture("last", 450, true),
                    lines.captureReversal("last"));
        }
    },
    /** A final authorization ends a pre-authorization; a reversal that names the payment only leaves a part of both. */
    ENDED_BY_A_FINAL_ONE {
        @Override
        List<Statement> of(TestNetwork network, TestCard card) {
            Lines lines = new Lines(network, card);
            return List.of(
                    lines.authorization(PRE_AUTHORIZATION, 1_000),
                    lines.increment(FINAL_AUTHORIZATION, 270),
                    lines.allReversed(830),
                    lines.answerVoid(lines.second),
                    lines.capture("part", 410, false),
                    lines.adjustment("dispute", 333));
        }
    },
    /** The network gave no id: everything quotes the approval. */
    TIED_BY_ITS_APPROVAL {
        @Override
        List<Statement> of(TestNetwork network, TestCard card) {
            Lines lines = Lines.byApproval(network, card);
            return List.of(
                    lines.authorization(FINAL_AUTHORIZATION, 1_000),
                    lines.reversal(lines.first, 800),
                    lines.capture("part", 310, false),
                    lines.capture("last", 340, true),
                    lines.captureReversal("part"),
                    lines.refund("refund", 120));
        }
    },
    /** Reversals quote the request or the presentment only, the others the network's id only. */
    NAMED_APART {
        @Override
        List<Statement> of(TestNetwork network, TestCard card) {
            Lines lines = new Lines(network, card);
            Lines blind = lines.without(network, card);
            return List.of(
                    lines.authorization(PRE_AUTHORIZATION, 1_000),
                    blind.reversal(lines.first, 700),
                    lines.capture("part", 310, false),
                    lines.capture("last", 350, true),
                    blind.captureReversal("part"),
                    lines.refund("refund", 55));
        }
    };

    abstract List<Statement> of(TestNetwork network, TestCard card);

    /** Messages of one payment. */
    private static final class Lines {

        private final Trace first;
        private final Trace second;
        private final Statement.Maker maker;

        Lines(TestNetwork network, TestCard card) {
            this(network, network.trace(), card, new Links("test", "net-" + card.account(), "", "", ""));
        }

        /** Without the network's id. */
        Lines without(TestNetwork network, TestCard card) {
            return new Lines(network, first, card, new Links("test", "", "", "", ""));
        }

        private Lines(TestNetwork network, Trace first, TestCard card, Links links) {
            this.first = first;
            this.second = network.trace();
            this.maker = new Statement.Maker(network, card, links);
        }

        static Lines byApproval(TestNetwork network, TestCard card) {
            Trace first = network.trace();
            String retrieval = "R" + first.number();
            String code = ApprovalCode.of(first.message(AUTHORIZATION, card.id(), retrieval));
            return new Lines(network, first, card, new Links("test", "", "", code, retrieval));
        }

        Statement authorization(PaymentKind kind, long minor) {
            Fact fact = new Fact.Approved(maker.authorization(first), kind, minor);
            return maker.of("authorization", AUTHORIZATION, first, fact, TestNetwork.request(first, kind, minor));
        }

        Statement increment(PaymentKind kind, long minor) {
            Fact fact = new Fact.Approved(maker.authorization(second), kind, minor);
            return maker.of("increment", AUTHORIZATION, second, fact, TestNetwork.increment(second, kind, minor));
        }

        Statement advice(PaymentKind kind, long minor) {
            UUID authorization = maker.authorization(first);
            return maker.of(
                    "advice",
                    AUTHORIZATION_ADVICE,
                    new Fact.Advised(authorization, kind, minor),
                    new Content.Advice(authorization, kind, true, php(minor)));
        }

        Statement reversal(Trace original, long left) {
            UUID authorization = maker.authorization(original);
            return maker.of(
                    "reversal",
                    REVERSAL_ADVICE,
                    new Fact.Reversed(authorization, left),
                    new Content.Reversal(authorization, php(0), left));
        }

        Statement allReversed(long left) {
            return maker.of(
                    "reversal of all",
                    REVERSAL_ADVICE,
                    new Fact.AllReversed(left),
                    new Content.Reversal(null, php(0), left));
        }

        Statement answerVoid(Trace original) {
            UUID authorization = maker.authorization(original);
            return maker.of(
                    "void",
                    NEGATIVE_ACKNOWLEDGEMENT,
                    new Fact.AnswerVoided(authorization),
                    new Content.AnswerVoid(authorization));
        }

        Statement capture(String reference, long minor, boolean last) {
            return maker.of(
                    "capture " + reference,
                    CLEARING,
                    new Fact.Captured(reference, minor, last),
                    new Content.Presentment(reference, php(minor), last));
        }

        Statement captureReversal(String reference) {
            return maker.of(
                    "reversal of capture " + reference,
                    CLEARING,
                    new Fact.CaptureReversed(reference),
                    new Content.PresentmentReversal(reference));
        }

        Statement refund(String reference, long minor) {
            return maker.of(
                    "refund", CLEARING, new Fact.Refunded(reference, minor), new Content.Refund(reference, php(minor)));
        }

        Statement refundReversal(String reference) {
            return maker.of(
                    "reversal of refund",
                    CLEARING,
                    new Fact.RefundReversed(reference),
                    new Content.RefundReversal(reference));
        }

        Statement adjustment(String reference, long minor) {
            return maker.of(
                    "dispute",
                    CLEARING,
                    new Fact.Adjusted("chargeback:" + reference, minor),
                    new Content.Adjustment("chargeback", reference, php(minor), true));
        }
    }
}
