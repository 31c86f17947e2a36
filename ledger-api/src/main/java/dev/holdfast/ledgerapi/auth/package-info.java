/**
 * Who calls: an API key in a header, whose name is configurable, belongs to one tenant; an access token in {@code
 * Authorization: Bearer} belongs to one of a tenant's clients and allows what its scopes say.
 *
 * <p>Every reason to refuse a key or a token has the same answer (401), so that nobody learns which exist. Keys are looked
 * up by the engine, which keeps digests only, and tokens are checked by it; here both live as long as their request and are
 * never logged, stored or repeated. A request with both is refused: which tenant it means is not guessed.
 *
 * <p>A token without the scope of the endpoint is answered 403. API keys have no scopes: Open Fabric calls with them.
 *
 * <p>Bound: keys of {@link dev.holdfast.ledgerapi.auth.Authentication#MAX_KEY_LENGTH} characters; longer ones are
 * refused without a look-up. The engine bounds tokens.
 *
 * <p>Threads: stateless, on the event loop of the request.
 */
@NullMarked
package dev.holdfast.ledgerapi.auth;

import org.jspecify.annotations.NullMarked;
