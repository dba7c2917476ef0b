package io.realname.desk;

import io.realname.application.Applications;
import io.realname.application.Applications.Stated;
import io.realname.evidence.EvidenceFolder;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stands for what a reviewer must do before a yes, in tests about something else: writes the trail's entries of opening
 * all evidence and comparing all documents. {@link LookBeforeYesTest} opens and compares as the form does.
 */
@TestComponent
public class ThoroughLook {

    private final Applications applications;
    private final StatedDocuments documents;
    private final EvidenceFolder evidence;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    ThoroughLook(
            Applications applications,
            StatedDocuments documents,
            EvidenceFolder evidence,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.documents = documents;
        this.evidence = evidence;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void at(UUID application, String reviewer) {
        transaction.executeWithoutResult(status -> {
            String actor = "user:" + reviewer;
            Stated stated = applications.stated(application);
            evidence.of(application).forEach(item -> {
                for (int page = 0; page < Objects.requireNonNullElse(item.pages(), 1); page++) {
                    trail.append(
                            application,
                            AuditEvent.EVIDENCE_VIEWED,
                            actor,
                            Map.of("evidence", item.id().toString(), "page", Integer.toString(page)));
                }
            });
            documents
                    .of(stated)
                    .keySet()
                    .forEach(person -> trail.append(
                            application,
                            AuditEvent.DOCUMENT_READ_OFF,
                            actor,
                            Map.of("person", person.name(), "result", Reading.SAME.name())));
        });
    }
}
