package dev.holdfast.simulator.report;

import java.lang.management.ManagementFactory;

/**
 * Where a run was made. The server may be elsewhere; the simulator can only speak for itself.
 *
 * @param cores that the JVM may use
 * @param memoryMegabytes of the machine, 0 if the JVM cannot tell
 * @param system name, version and architecture
 * @param java version and vendor
 */
public record Machine(int cores, long memoryMegabytes, String system, String java) {

    public static Machine here() {
        long bytes =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                        ? bean.getTotalMemorySize()
                        : 0;
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                bytes / (1024 * 1024),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
    }

    @Override
    public String toString() {
        return cores + " cores, " + memoryMegabytes + " MiB memory, " + system + ", Java " + java;
    }
}
