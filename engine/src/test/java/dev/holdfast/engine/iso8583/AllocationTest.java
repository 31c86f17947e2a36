package dev.holdfast.engine.iso8583;

import com.sun.management.ThreadMXBean;
import dev.holdfast.engine.iso8583.RandomMessages.Sample;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** The codec shares its machine with the ledger: garbage per field would be paid by every authorization. */
class AllocationTest {

    /** Message, fields, bitmap, cursor, decoder, header and array headers; measured about 300. */
    private static final int PER_MESSAGE = 512;

    private static final int SPAN = 4;

    @Test
    void aDecodeAllocatesTheBytesAndTheSpansAndNothingPerField() {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(3);
        for (int count = 0; count < 300; count++) {
            samples.add(RandomMessages.sample(random));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        samples.forEach(sample -> sample.profile().decode(sample.bytes()));
        for (Sample sample : samples) {
            long before = threads.getThreadAllocatedBytes(thread);
            Decoded decoded = sample.profile().decode(sample.bytes());
            long allocated = threads.getThreadAllocatedBytes(thread) - before;

            long fields = ((Message) decoded).numbers().count();
            assertThat(allocated).isLessThan(sample.bytes().length + SPAN * fields + PER_MESSAGE);
        }
    }
}
