package dev.holdfast.engine.network;

import dev.holdfast.engine.card.CardDirectory;
import dev.holdfast.engine.card.CardOnFile;
import dev.holdfast.engine.hsm.Cvv;
import dev.holdfast.engine.hsm.EncryptedPinBlock;
import dev.holdfast.engine.hsm.Hsm;
import dev.holdfast.engine.hsm.PinVerdict;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Has the card's secrets checked, so that nothing behind it needs them. */
final class SecretChecks {

    private final Hsm hsm;
    private final CardDirectory cards;

    SecretChecks(Hsm hsm, CardDirectory cards) {
        this.hsm = hsm;
        this.cards = cards;
    }

    Future<Credentials> check(Presented presented, CardOnFile card) {
        Credentials.Check cvv = checkCvv(presented, card);
        EncryptedPinBlock pin = presented.pin();
        Pan pan = presented.pan();
        if (pin == null || pan == null) {
            return Future.succeededFuture(credentials(presented, cvv, null));
        }
        return cards.pvv(card)
                .map(reference -> reference
                        .map(pvv -> hsm.verifyPin(pan, pin, pvv))
                        // A card without a PIN: none is right, and there is none to guess.
                        .orElse(PinVerdict.KEY_UNKNOWN))
                .map(verdict -> credentials(presented, cvv, verdict));
    }

    private Credentials.Check checkCvv(Presented presented, CardOnFile card) {
        Cvv given = presented.cvv();
        Pan pan = presented.pan();
        if (given == null || pan == null) {
            return Credentials.Check.NOT_GIVEN;
        }
        boolean right = hsm.verifyCvv(pan, card.facts().expiry(), ServiceCode.CARD_NOT_PRESENT, given);
        return right ? Credentials.Check.MATCH : Credentials.Check.MISMATCH;
    }

    private static Credentials credentials(Presented presented, Credentials.Check cvv, @Nullable PinVerdict pin) {
        return new Credentials(presented.expiry(), cvv, pin, presented.address());
    }
}
