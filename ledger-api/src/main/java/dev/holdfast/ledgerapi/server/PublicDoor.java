package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.docs.Asset;
import dev.holdfast.ledgerapi.docs.Docs;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.token.SigningKeysRoute;
import dev.holdfast.ledgerapi.token.TokenRoute;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** Serves what asks for neither API key nor access token. */
record PublicDoor(Docs docs, TokenRoute tokens, SigningKeysRoute keys) {

    Future<Answer> token(MultiMap headers, Buffer form) {
        return tokens.serve(headers.getAll("Authorization"), form);
    }

    Future<Answer> signingKeys() {
        return keys.serve();
    }

    /** @throws ApiException if there is no such file */
    Asset asset(Endpoint endpoint, String name) {
        Asset asset = docs.find(endpoint, name);
        if (asset == null) {
            throw new ApiException(ErrorCode.NOT_FOUND);
        }
        return asset;
    }
}
