package io.realname.application.evidence;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.evidence.EvidenceKind;
import io.realname.refusal.RefusalException;
import java.util.Set;
import java.util.UUID;

/** Which evidence people need before they can decide a kind of application. A bean for each kind that people decide. */
public interface EvidenceRule {

    ApplicationKind kind();

    /** All that an application needs, what it has with it. */
    Set<EvidenceKind> required(Applications.Stated stated);

    /**
     * All of it is there. Called in the transaction that finds it so, and again when evidence is added later.
     *
     * @throws RefusalException if this application must not go on to people
     */
    default void complete(UUID id) {}
}
