package dev.holdfast.engine.client;

import dev.holdfast.engine.client.ClientStore.LiveSecret;
import dev.holdfast.engine.client.TokenOutcome.Issued;
import dev.holdfast.engine.client.TokenOutcome.Refusal;
import dev.holdfast.engine.client.TokenOutcome.Refused;
import dev.holdfast.engine.lane.Failure;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues access tokens and says whose they are. Futures fail with the database's own exception if it cannot be asked. */
public final class Tokens {

    /** The reference's {@code expires_in}: 3,600 seconds. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** After which a client that was told to ask less often may ask again. */
    public static final Duration PAUSE = TokenRate.REFILL;

    /** Requests for tokens at a time. One thread checks them, some tens of milliseconds each. */
    static final int MAX_WAITING = 32;

    private final ClientStore store;
    private final ClientDirectory directory;
    private final SigningKeys keys;
    private final WorkerExecutor worker;
    private final InstantSource clock;
    private final TokenRate rate = new TokenRate(System::nanoTime);
    private final AtomicInteger waiting = new AtomicInteger();

    Tokens(ClientStore store, ClientDirectory directory, SigningKeys keys, WorkerExecutor worker, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.keys = keys;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * Issues tokens for a secret.
     *
     * <p>Fails with a {@link Failure} of kind busy if too many are asked for at the moment.
     */
    public Future<TokenOutcome> issue(TokenRequest request) {
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(new Failure(Failure.Kind.BUSY, "too many requests for tokens at a time", null));
        }
        return store.find(request.client(), request.secret().number())
                .compose(secret -> decide(request, secret))
                .onComplete(done -> waiting.decrementAndGet());
    }

    private Future<TokenOutcome> decide(TokenRequest request, Optional<LiveSecret> secret) {
        if (secret.isEmpty()) {
            // Sooner than for a wrong secret. That tells that there is no such client, whose id is no secret.
            return refused(Refusal.CLIENT_NOT_KNOWN);
        }
        if (!rate.take(request.client())) {
            return refused(Refusal.TOO_OFTEN);
        }
        return worker.executeBlocking(() -> secret.get().hash().matches(request.secret()), false)
                .compose(matches -> {
                    if (!matches) {
                        return refused(Refusal.CLIENT_NOT_KNOWN);
                    }
                    Set<Scope> asked = request.scopes();
                    Set<Scope> allowed = secret.get().scopes();
                    return asked == null || allowed.containsAll(asked)
                            ? issue(request, asked == null ? allowed : asked)
                            : refused(Refusal.SCOPE_NOT_ALLOWED);
                });
    }

    private static Future<TokenOutcome> refused(Refusal reason) {
        return Future.succeededFuture(new Refused(reason));
    }

    private Future<TokenOutcome> issue(TokenRequest request, Set<Scope> scopes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AccessClaims claims =
                new AccessClaims(request.client(), request.secret().number(), scopes, now, now.plus(LIFETIME));
        return keys.forSigning()
                .compose(key -> worker.executeBlocking(
                        () -> new Issued(
                                Jwt.sign(AccessClaims.TYPE, claims.toAccessToken(), key),
                                Jwt.sign(AccessClaims.ID_TYPE, claims.toIdToken(), key),
                                LIFETIME),
                        false));
    }

    /** Whose token it is; nobody's if it is not one of ours, has expired, or its client or secret counts no more. */
    public Future<Optional<Caller>> verify(String token) {
        Optional<Jwt> read = Jwt.read(token).filter(jwt -> jwt.type().equals(AccessClaims.TYPE));
        if (read.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Jwt jwt = read.get();
        return keys.find(jwt.keyId()).compose(key -> {
            Optional<AccessClaims> claims = key.filter(jwt::isSignedBy)
                    .flatMap(signed -> AccessClaims.read(jwt.claims()))
                    .filter(said -> clock.instant().isBefore(said.expiresAt()));
            return claims.isEmpty() ? Future.succeededFuture(Optional.empty()) : caller(claims.get());
        });
    }

    private Future<Optional<Caller>> caller(AccessClaims claims) {
        return directory
                .find(claims.client())
                .map(client -> client.filter(facts -> facts.liveSecrets().contains(claims.secretNumber()))
                        .map(facts -> {
                            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
                            scopes.addAll(claims.scopes());
                            scopes.retainAll(facts.scopes());
                            return new Caller(facts.tenant(), claims.client(), scopes);
                        }));
    }
}
