package dev.holdfast.engine.tenant;

import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(Lifecycle.PER_CLASS)
class TenantsIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final Tenants tenants = engine.engine().tenants();

    @AfterAll
    void stop() {
        engine.close();
        database.close();
    }

    @Test
    void knowsATenantByAnyOfItsKeys() {
        Tenant tenant = Await.on(tenants.create("rotating", "rotating-key-one-0123456789"));
        Await.on(tenants.addKey(tenant, "rotating-key-two-0123456789"));

        assertThat(Await.on(tenants.authenticate("rotating-key-one-0123456789")))
                .contains(tenant);
        assertThat(Await.on(tenants.authenticate("rotating-key-two-0123456789")))
                .contains(tenant);
    }

    @Test
    void forgetsARevokedKeyAndKeepsTheOthers() {
        Tenant tenant = Await.on(tenants.create("revoking", "revoking-key-one-0123456789"));
        Await.on(tenants.addKey(tenant, "revoking-key-two-0123456789"));
        Await.on(tenants.authenticate("revoking-key-one-0123456789"));

        Await.on(tenants.revokeKey("revoking-key-one-0123456789"));

        assertThat(Await.on(tenants.authenticate("revoking-key-one-0123456789")))
                .isEmpty();
        assertThat(Await.on(tenants.authenticate("revoking-key-two-0123456789")))
                .contains(tenant);
    }

    @Test
    void knowsAKeyThatItHadNotKnownOnceItIsAdded() {
        Tenant tenant = Await.on(tenants.create("adding", "adding-key-one-0123456789"));
        assertThat(Await.on(tenants.authenticate("adding-key-two-0123456789"))).isEmpty();

        Await.on(tenants.addKey(tenant, "adding-key-two-0123456789"));

        assertThat(Await.on(tenants.authenticate("adding-key-two-0123456789"))).contains(tenant);
    }

    @Test
    void leavesAKeyWithTheTenantThatHadItFirst() {
        Tenant first = Await.on(tenants.create("first", "contested-key-0123456789"));
        Tenant second = Await.on(tenants.create("second", "second-key-0123456789"));

        Await.on(tenants.addKey(second, "contested-key-0123456789"));

        assertThat(Await.on(tenants.authenticate("contested-key-0123456789"))).contains(first);
    }

    @Test
    void refusesANameThatIsTaken() {
        Await.on(tenants.create("unique", "unique-key-one-0123456789"));

        assertThatThrownBy(() -> Await.on(tenants.create("unique", "unique-key-two-0123456789")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Await.on(tenants.authenticate("unique-key-two-0123456789"))).isEmpty();
    }

    @Test
    void bootstrapsAnEmptyDatabaseOnce() {
        Await.on(tenants.bootstrap("late-bootstrap-key-0123456789"));

        // The engine under test has bootstrapped already.
        assertThat(Await.on(tenants.authenticate("late-bootstrap-key-0123456789")))
                .isEmpty();
        assertThat(database.queryText("SELECT count(*) FROM tenant WHERE name = 'demo'"))
                .isEqualTo("1");
    }

    @Test
    void storesNoKeyAsItIs() {
        Await.on(tenants.create("secretive", "secretive-key-0123456789"));

        assertThat(database.queryText("SELECT count(*) FROM api_key WHERE position(convert_to('secretive-key', 'UTF8')"
                        + " in key_digest) > 0"))
                .isEqualTo("0");
        assertThat(database.queryText("SELECT count(*) FROM api_key"
                        + " WHERE key_digest = sha256(convert_to('secretive-key-0123456789', 'UTF8'))"))
                .isEqualTo("1");
    }
}
