package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.database.Migrations;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The one PostgreSQL server of this JVM's tests, started when first asked for. */
final class TestServer {

    private static @Nullable TestServer shared;

    private final DatabaseUrl admin;
    private @Nullable DatabaseUrl template;

    private TestServer(DatabaseUrl admin) {
        this.admin = admin;
    }

    static synchronized TestServer shared() {
        if (shared == null) {
            ServerChoice choice = ServerChoice.choose();
            announce(choice);
            TestServer server = new TestServer(choice.admin());
            if (choice.outlivesTests()) {
                Runtime.getRuntime().addShutdownHook(new Thread(server::dropTemplate, "test-template-drop"));
            }
            shared = server;
        }
        return shared;
    }

    /** The one line that tells a reader of a build's log what its tests ran against. */
    @SuppressWarnings("SystemOut")
    private static void announce(ServerChoice choice) {
        System.out.println("Tests use " + choice.description());
    }

    DatabaseUrl createEmpty() {
        return create("template0");
    }

    DatabaseUrl createMigrated() {
        return create(template().database());
    }

    /** One migration per JVM; every migrated database is a file copy of its result. */
    private synchronized DatabaseUrl template() {
        DatabaseUrl existing = template;
        if (existing != null) {
            return existing;
        }
        DatabaseUrl created = createEmpty();
        Migrations.run(created);
        template = created;
        return created;
    }

    private DatabaseUrl create(String from) {
        String name = "holdfast_test_" + UUID.randomUUID().toString().replace("-", "");
        Jdbc.execute(admin, "CREATE DATABASE " + name + " TEMPLATE " + from);
        return new DatabaseUrl(admin.host(), admin.port(), name, admin.user(), admin.password());
    }

    void drop(DatabaseUrl database) {
        Jdbc.execute(admin, "DROP DATABASE IF EXISTS " + database.database() + " WITH (FORCE)");
    }

    private synchronized void dropTemplate() {
        if (template != null) {
            drop(template);
        }
    }
}
