package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;

import java.util.Optional;

/** Sign-on, sign-off and echo of one link, in both directions. */
final class NetworkManagement {

    private static final int CODE = 70;

    private final OwnMessages own;
    private final ManagementCodes codes;

    /** Read by other threads for metrics and to find a link for a file update. */
    private volatile boolean signedOn;

    NetworkManagement(OwnMessages own) {
        this.own = own;
        this.codes = ManagementCodes.of(own.profile());
    }

    boolean isSignedOn() {
        return signedOn;
    }

    /** Takes an 0800. Returns its answer, whose DE39 is 30 without DE70 and 12 for a code that is not supported. */
    byte[] take(Message request) {
        String code = request.find(CODE);
        if (code == null) {
            return Replies.toManagement(request, Replies.FORMAT_ERROR);
        }
        if (codes.signOn().contains(code)) {
            signedOn = true;
        } else if (codes.signOff().contains(code)) {
            signedOn = false;
        } else if (!codes.echo().contains(code)) {
            return Replies.toManagement(request, Replies.INVALID_TRANSACTION);
        }
        return Replies.toManagement(request, Replies.APPROVED);
    }

    /** Returns an echo to send; empty if the peer's stations are not known yet. */
    Optional<byte[]> echo() {
        return own.canBegin()
                ? Optional.of(own.begin("0800", own.nextKey())
                        .set(CODE, codes.ownEcho())
                        .encode())
                : Optional.empty();
    }

    void leave() {
        signedOn = false;
    }
}
