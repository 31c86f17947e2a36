package dev.holdfast.ops.system;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;

import java.lang.management.ManagementFactory;

/** Memory, collections, threads, processors, files of this process. */
final class JvmMetrics {

    private static final String CPU_COUNT = "system.cpu.count";
    private static final String CPU_TIME = "process.cpu.time";

    /**
     * Prometheus wants seconds, and no gauge whose name ends like a histogram's part. The processor time in nanoseconds
     * is replaced by {@link #bindProcessorTime}.
     */
    private static final MeterFilter PLAIN_NAMES = new MeterFilter() {
        @Override
        public MeterFilterReply accept(Meter.Id id) {
            return id.getName().equals(CPU_TIME) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
        }

        @Override
        public Meter.Id map(Meter.Id id) {
            return id.getName().equals(CPU_COUNT) ? id.withName("system.cpus") : id;
        }
    };

    private JvmMetrics() {}

    /** Adds the meters, before all others, and returns how to let go of what they listen to. */
    static Teardown.Step bindTo(MeterRegistry meters) {
        meters.config().meterFilter(PLAIN_NAMES);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        bindProcessorTime(meters);
        new FileDescriptorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(meters);
        return remaining -> collections.close();
    }

    private static void bindProcessorTime(MeterRegistry meters) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            FunctionCounter.builder("process.cpu", system, bean -> bean.getProcessCpuTime() / 1e9)
                    .description("Processor time that this process has used")
                    .baseUnit("seconds")
                    .register(meters);
        }
    }
}
