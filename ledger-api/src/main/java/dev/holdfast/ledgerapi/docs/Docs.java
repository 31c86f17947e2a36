package dev.holdfast.ledgerapi.docs;

import dev.holdfast.ledgerapi.contract.Endpoint;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The contract, the page that shows it, and the page's files. */
public final class Docs {

    /**
     * Only what the page ships with may run or load. Swagger UI sets style attributes and has icons as data URIs, so
     * inline styles and data images are allowed; scripts are not.
     */
    public static final String SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The version is part of the path inside the WebJar, and the same as in the root pom. */
    private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/5.30.2/";

    private final Asset contract = Asset.ofResource("application/yaml", "/openapi.yaml");
    private final Asset page = Asset.ofResource("text/html; charset=utf-8", "docs.html");
    private final Map<String, Asset> files = Map.of(
            "start.js", Asset.ofResource("text/javascript; charset=utf-8", "start.js"),
            "page.css", Asset.ofResource("text/css; charset=utf-8", "page.css"),
            "viewer.js", Asset.ofResource("text/javascript; charset=utf-8", VIEWER + "swagger-ui-bundle.js"),
            "viewer.css", Asset.ofResource("text/css; charset=utf-8", VIEWER + "swagger-ui.css"),
            "icon.png", Asset.ofResource("image/png", VIEWER + "favicon-32x32.png"));

    /** The file of a public endpoint; null if there is none. */
    public @Nullable Asset find(Endpoint endpoint, String name) {
        return switch (endpoint) {
            case SHOW_CONTRACT -> contract;
            case SHOW_DOCS -> page;
            default -> files.get(name);
        };
    }
}
