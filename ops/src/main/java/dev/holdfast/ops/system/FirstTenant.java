package dev.holdfast.ops.system;

import dev.holdfast.engine.tenant.Tenants;
import dev.holdfast.ops.configuration.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Makes the first tenant of an empty database, and says so if nobody will be able to call. */
final class FirstTenant {

    private static final Logger LOG = LoggerFactory.getLogger(FirstTenant.class);

    private FirstTenant() {}

    /**
     * Blocks until it is made, or was there.
     *
     * @param key never logged
     * @throws StartException if the database does not answer
     */
    static void ensure(Tenants tenants, Optional<String> key, Waiting starting) {
        Setting setting = Setting.HOLDFAST_BOOTSTRAP_API_KEY;
        if (key.isEmpty()) {
            if (!starting.forResult(tenants.any(), "looking for a tenant")) {
                LOG.warn("the database has no tenant: set {}", setting.key());
            }
            return;
        }
        starting.forResult(tenants.bootstrap(key.get()), "making the first tenant");
        if (starting.forResult(tenants.authenticate(key.get()), "looking for the tenant")
                .isEmpty()) {
            LOG.warn("{} is not used: the database already has a tenant", setting.key());
        }
    }
}
