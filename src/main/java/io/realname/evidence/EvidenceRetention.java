package io.realname.evidence;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes the files of applications whose retention period is over, one application per transaction. Every node runs
 * this job; several nodes may run it at the same time.
 */
@Service
class EvidenceRetention {

    private static final Logger log = LoggerFactory.getLogger(EvidenceRetention.class);

    private final JdbcClient jdbc;
    private final EvidenceFolder folder;
    private final EvidenceStore store;
    private final TransactionTemplate transaction;
    private final EvidenceProperties properties;

    EvidenceRetention(
            JdbcClient jdbc,
            EvidenceFolder folder,
            EvidenceStore store,
            PlatformTransactionManager transactions,
            EvidenceProperties properties) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void removeOverdue() {
        int removed = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> removeOne()))) {
            removed++;
        }
        if (removed > 0) {
            log.info("Evidence of {} applications was removed: its retention period is over", removed);
        }
        empty();
    }

    /**
     * Deletes the contents of removed items again, outside any transaction: an object storage may have been unreachable
     * when the item was removed.
     */
    private void empty() {
        jdbc.sql("select id from evidence where removed_at is not null and emptied_at is null order by removed_at")
                .query(UUID.class)
                .list()
                .forEach(this::empty);
    }

    /** If a content cannot be deleted, for example because of a legal hold, the job continues with the next one. */
    private void empty(UUID id) {
        try {
            store.delete(id);
            jdbc.sql("update evidence set emptied_at = now() where id = ?")
                    .param(id)
                    .update();
        } catch (RuntimeException e) {
            log.warn(
                    "The content of evidence {} could not be deleted; the next run tries again: {}",
                    id,
                    e.getClass().getSimpleName());
        }
    }

    private boolean removeOne() {
        Optional<UUID> overdue = jdbc.sql("""
                        select a.id from application a
                        where a.ended_at < now() - ? * interval '1 second'
                          and exists (select from evidence e where e.application = a.id and e.removed_at is null)
                        order by a.ended_at limit 1 for no key update skip locked
                        """)
                .param(properties.retention().toSeconds())
                .query(UUID.class)
                .optional();
        overdue.ifPresent(folder::remove);
        return overdue.isPresent();
    }
}
