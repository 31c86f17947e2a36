/**
 * The contract for readers: {@code openapi.yaml} as it is, and a page that shows it.
 *
 * <p>The page uses a packaged viewer (Swagger UI, as a WebJar) and loads nothing from anywhere else; its
 * Content-Security-Policy forbids it. All files are read into memory when the server starts and are the same for
 * everybody, so they need neither API key nor token.
 *
 * <p>Threads: immutable. Bound: the files of the viewer, under 2 MiB.
 */
@NullMarked
package dev.holdfast.ledgerapi.docs;

import org.jspecify.annotations.NullMarked;
