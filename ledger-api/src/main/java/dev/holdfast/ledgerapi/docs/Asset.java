package dev.holdfast.ledgerapi.docs;

import io.vertx.core.buffer.Buffer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file that is served as it is. */
public record Asset(String contentType, Buffer body) {

    static Asset ofResource(String contentType, String resource) {
        try (InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the packaged file " + resource + " is missing");
            }
            return new Asset(contentType, Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the packaged file " + resource, e);
        }
    }
}
