package dev.holdfast.engine.link;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a listener proves who it is, and whether the peer must too. TLS 1.2 and 1.3.
 *
 * @param certificate PEM file with the chain of the listener
 * @param key PEM file with its private key, PKCS #8
 * @param clientAuthority PEM file of the authorities that peers' certificates come from; absent: peers need none
 */
public record LinkTls(Path certificate, Path key, Optional<Path> clientAuthority) {

    NetServerOptions applyTo(NetServerOptions options) {
        options.setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificate.toString())
                        .setKeyPath(key.toString()));
        clientAuthority.ifPresent(authority -> options.setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(new PemTrustOptions().addCertPath(authority.toString())));
        return options;
    }
}
