package dev.holdfast.ledgerapi.server;

import com.sun.management.ThreadMXBean;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RawCaller;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies in chunks of one byte: the worst that the protocol allows. */
class ChunkedBodyIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String DEPOSITS = "/v1/ledger/accounts/%s/deposits";
    private static final int LENGTH = 20_000;

    /** A copy of all that came before, at each chunk, would be 200 MB. */
    private static final long ALLOCATED = 100_000_000;

    private final ApiClient tenant = API.newTenant();

    @Test
    void areReadInLinearTimeAndAnsweredLikeAnyOther() {
        String path = DEPOSITS.formatted(tenant.openAccount("1.00"));
        String body = Bodies.transfer("by-the-byte", "2.50", "PHP");
        long before = allocatedByServer();
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send(RawCaller.head(path, tenant.key(), "Transfer-Encoding: chunked\r\n"));
            caller.send(chunksOfOne(body + " ".repeat(LENGTH - body.length())) + "0\r\n\r\n");

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 200").contains("\"value\":3.50");
        }

        assertThat(allocatedByServer() - before).isLessThan(ALLOCATED);
    }

    @Test
    void areRefusedWith413BeyondTheLimit() {
        String path = DEPOSITS.formatted(tenant.openAccount("1.00"));
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send(RawCaller.head(path, tenant.key(), "Transfer-Encoding: chunked\r\n"));
            caller.send(chunksOfOne(" ".repeat(ApiLimits.DEFAULTS.bodyBytes() + 1)) + "0\r\n\r\n");

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 413").contains("payload_too_large");
            assertThat(caller.isClosedByServer()).isTrue();
        }
    }

    private static String chunksOfOne(String body) {
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(body.length());
        StringBuilder chunks = new StringBuilder(body.length() * 6);
        body.chars().forEach(next -> chunks.append("1\r\n").append((char) next).append("\r\n"));
        return chunks.toString();
    }

    /** Bytes that the event loops have allocated since they began. */
    private static long allocatedByServer() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] loops = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("vert.x-eventloop"))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        assertThat(loops).isNotEmpty();
        return Arrays.stream(threads.getThreadAllocatedBytes(loops)).sum();
    }
}
