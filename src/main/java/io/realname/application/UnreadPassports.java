package io.realname.application;

import io.realname.identity.IdentityRegistry;
import io.realname.identity.PassportNumbers;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds the {@link PassportNumbers} of documents that an earlier version stored without them. Runs when the app starts,
 * before it takes requests. The table {@code passport_number_unread} lists the accounts that are left. Several nodes
 * share the work.
 */
@Component
class UnreadPassports implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadPassports.class);

    private final JdbcClient jdbc;
    private final IdentityRegistry registry;
    private final Applications applications;
    private final PassportNumbers numbers;
    private final TransactionTemplate transaction;

    UnreadPassports(
            JdbcClient jdbc,
            IdentityRegistry registry,
            Applications applications,
            PassportNumbers numbers,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.applications = applications;
        this.numbers = numbers;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> accounts = jdbc.sql("select account from passport_number_unread order by account")
                .query(String.class)
                .list();
        accounts.forEach(this::read);
    }

    /** If a document cannot be decrypted, the other accounts are still read. The next start tries it again. */
    private void read(String account) {
        try {
            transaction.executeWithoutResult(status -> {
                boolean mine = jdbc.sql("delete from passport_number_unread where account = ?")
                                .param(account)
                                .update()
                        == 1;
                if (mine) {
                    note(account);
                }
            });
        } catch (RuntimeException e) {
            LOG.error(
                    "The document of an account could not be read: {}",
                    e.getClass().getName());
        }
    }

    private void note(String account) {
        registry.bindingOf(account)
                .ifPresent(binding ->
                        numbers.note(binding.identity(), binding.person().document()));
        jdbc
                .sql("select id from application where account = ? and ended_at is null and person is not null")
                .param(account)
                .query(UUID.class)
                .list()
                .stream()
                .map(applications::stated)
                .forEach(stated ->
                        numbers.note(stated.identity(), stated.person().document()));
    }
}
