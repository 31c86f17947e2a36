package dev.holdfast.ops.system;

import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.link.LinkLimits;
import dev.holdfast.engine.link.LinkOptions;
import dev.holdfast.engine.link.LinkTimes;
import dev.holdfast.engine.link.LinkTls;
import dev.holdfast.engine.link.Listener;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.configuration.Setting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the link to card networks is configured, and what of it is not to be configured. */
final class LinkSettings {

    /** One may be lost on the way; three in a row are not. */
    private static final int MISSED_ECHOES = 3;

    /** More than a fault in one kind of message would make while others are read; noise is ended soon. */
    private static final int MALFORMED_IN_A_ROW = 100;

    private static final Duration FILE_UPDATE = Duration.ofSeconds(10);

    private LinkSettings() {}

    static LinkOptions of(Configuration configuration) {
        LinkTimes times = new LinkTimes(
                configuration.duration(Setting.HOLDFAST_ISO8583_IDLE_TIMEOUT),
                configuration.duration(Setting.HOLDFAST_ISO8583_STALL_TIMEOUT),
                FILE_UPDATE,
                // Half: the lanes and the database need their part of the time too.
                configuration.duration(Setting.HOLDFAST_SHUTDOWN_TIMEOUT).dividedBy(2));
        LinkLimits limits = new LinkLimits(
                configuration.whole(Setting.HOLDFAST_ISO8583_LINKS),
                configuration.whole(Setting.HOLDFAST_ISO8583_WINDOW),
                MALFORMED_IN_A_ROW,
                MISSED_ECHOES,
                times);
        Listener listener = new Listener(
                configuration.text(Setting.HOLDFAST_ISO8583_HOST),
                configuration.whole(Setting.HOLDFAST_ISO8583_PORT),
                Profiles.named(configuration.text(Setting.HOLDFAST_ISO8583_PROFILE)),
                tls(configuration));
        return new LinkOptions(List.of(listener), limits, Runtime.getRuntime().availableProcessors());
    }

    /** A key without a certificate was refused with the configuration. */
    private static Optional<LinkTls> tls(Configuration configuration) {
        Optional<Path> certificate = file(configuration, Setting.HOLDFAST_ISO8583_TLS_CERTIFICATE);
        return certificate.map(chain -> new LinkTls(
                chain,
                file(configuration, Setting.HOLDFAST_ISO8583_TLS_KEY).orElseThrow(),
                file(configuration, Setting.HOLDFAST_ISO8583_TLS_CLIENT_AUTHORITY)));
    }

    private static Optional<Path> file(Configuration configuration, Setting setting) {
        return configuration.find(setting).map(Path::of).map(Path::toAbsolutePath);
    }
}
