package io.realname.app;

import io.realname.identity.Binding;
import io.realname.identity.IdentityRegistry;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases bindings without an appeal, for tests of what follows a release. */
public record Releases(IdentityRegistry registry, JdbcClient jdbc, TransactionTemplate transaction) {

    /** Releases the account's binding and all bindings derived from it, as an appeal does. */
    public void release(String account, UUID by) {
        transaction.executeWithoutResult(status -> {
            Binding binding = registry.bindingOf(account).orElseThrow();
            registry.lock(binding.identity());
            registry.releaseAll(withDerived(binding), by);
        });
    }

    private List<UUID> withDerived(Binding binding) {
        return jdbc.sql("""
                        with recursive released as (
                            select id from binding where id = ?
                            union
                            select b.id from binding b join released r on b.source = r.id
                        )
                        select id from released
                        """).param(binding.id()).query(UUID.class).list();
    }
}
