package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class HttpMetricsIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private final ApiClient tenant = API.newTenant();

    @Test
    void countsRequestsByRouteMethodAndStatus() {
        String account = tenant.openAccount("10");
        tenant.post("/v1/ledger/debit_balance", Bodies.operation(account, "1"));
        tenant.post("/v1/ledger/debit_balance", "{");
        tenant.get("/v1/ledger/accounts/" + account);
        tenant.get("/secret-path-" + account);
        tenant.send(tenant.request("/x").method("BREW", BodyPublishers.noBody()));

        String scrape = API.meters().scrape();

        assertThat(scrape)
                .contains(count("POST", "/v1/ledger/debit_balance", 200) + " 1\n")
                .contains(count("POST", "/v1/ledger/debit_balance", 400) + " 1\n")
                .contains(count("GET", "/v1/ledger/accounts/{tenant_account_ref}", 200) + " 1\n")
                .contains(count("any", "unmatched", 404) + " 2\n")
                .contains("holdfast_http_server_requests_in_flight 0.0\n")
                .contains("holdfast_http_server_requests_seconds_bucket{")
                .doesNotContain(account)
                .doesNotContain("BREW");
    }

    @Test
    void listsEveryMetricInTheDocumentation() throws Exception {
        Pattern row = Pattern.compile("^\\| `(holdfast_http_[a-z_]+)`");
        Set<String> documented = Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .map(row::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> scraped = API.meters()
                .scrape()
                .lines()
                .filter(line -> line.startsWith("# TYPE holdfast_http_"))
                .map(line -> line.split(" ", -1)[2])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(scraped);
    }

    private static String count(String method, String route, int status) {
        return "holdfast_http_server_requests_seconds_count{method=\"%s\",route=\"%s\",status=\"%d\"}"
                .formatted(method, route, status);
    }
}
