package io.realname.application.evidence;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.evidence.EvidenceKind;
import io.realname.refusal.RefusalException;
import java.util.Set;
import java.util.UUID;

/**
 * Tells which evidence reviewers need before they can decide an application of one kind. There is one bean for each
 * kind that reviewers decide.
 */
public interface EvidenceRule {

    ApplicationKind kind();

    /** All evidence that the application needs, also the evidence that it has already. */
    Set<EvidenceKind> required(Applications.Stated stated);

    /**
     * Called when the evidence is complete, in the transaction that finds this out. Called again when evidence is added
     * later.
     *
     * @throws RefusalException if the reviewers must not get this application
     */
    default void complete(UUID id) {}
}
