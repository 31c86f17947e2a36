package dev.holdfast.ops.system;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** How this module makes Vert.x. */
public final class VertxInstance {

    private VertxInstance() {}

    /** Without a cache of class path files, which a killed process would leave in the temporary directory. */
    public static Vertx make() {
        FileSystemOptions files =
                new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        return Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
    }
}
