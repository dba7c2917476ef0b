package io.realname.enterprise.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.account.AccountKind;
import io.realname.app.Applicant;
import io.realname.app.Company;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Examined;
import io.realname.evidence.file.EvidenceType;
import io.realname.people.TestEnterprises;
import io.realname.process.Cases;
import io.realname.process.Walk;
import io.realname.process.Walks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Enterprises that want to have their accounts verified as their own. */
public class EnterpriseCases {

    static final EvidenceKind[] LEGAL_PERSON = {
        EvidenceKind.LICENCE, EvidenceKind.LEGAL_PERSON_FRONT, EvidenceKind.LEGAL_PERSON_BACK
    };

    public static final EvidenceKind[] ALL = {
        EvidenceKind.LICENCE,
        EvidenceKind.LEGAL_PERSON_FRONT,
        EvidenceKind.LEGAL_PERSON_BACK,
        EvidenceKind.POWER_OF_ATTORNEY,
        EvidenceKind.DOCUMENT_FRONT,
        EvidenceKind.DOCUMENT_BACK
    };

    /** The payer sends less than a yuan. */
    static final String WRONG = "1.11";

    private static final AtomicInteger enterprises = new AtomicInteger(700_000);

    private final Walks walks;
    private final Cases cases;
    private final EvidenceFolder folder;

    EnterpriseCases(Walks walks, Cases cases, EvidenceFolder folder) {
        this.walks = walks;
        this.cases = cases;
        this.folder = folder;
    }

    /** One that no test has seen before, for the account of somebody who is verified. */
    public Company of(Applicant holder) {
        return Company.of(holder.account(), enterprises.getAndIncrement());
    }

    /** The register says something special about it. */
    Company knownAs(Applicant holder, String tail) {
        int n = enterprises.getAndIncrement();
        return Company.of(holder.account(), n).withCreditCode(TestEnterprises.creditCode(n, tail));
    }

    /** Payments to its account go a special way. */
    Company withAccountEnding(Applicant holder, String tail) {
        int n = enterprises.getAndIncrement();
        return Company.of(holder.account(), n).withCorporateAccount(TestEnterprises.corporateAccount(n, tail));
    }

    /** An account that the account service calls an enterprise's; nobody is verified behind it. */
    public Applicant founder() {
        Applicant founder = walks.somebody();
        walks.put(founder.account(), Cases.HOME, AccountKind.ENTERPRISE, null);
        return founder;
    }

    /** An upgrade of somebody's verified account, with all evidence: it waits for the register. */
    Walk upgrade() {
        Applicant holder = cases.holder();
        return apply(holder, of(holder).application(), ALL);
    }

    public Walk apply(Applicant applicant, ObjectNode application, EvidenceKind... evidence) {
        UUID id = walks.asClient(door -> {
            UUID enterprise = door.newId();
            folder.add(enterprise, files(evidence));
            door.start(enterprise, ApplicationKind.ENTERPRISE, application.toString());
            return enterprise;
        });
        return new Walk(walks, id, applicant);
    }

    Walk addEvidence(Walk walk, EvidenceKind... kinds) {
        return act(walk, (door, id) -> {
            folder.add(id, files(kinds));
            door.evidenceAdded(id);
        });
    }

    Walk state(Walk walk, String amount) {
        return act(walk, (door, id) -> door.submitAmount(id, amount));
    }

    /** What came in on the account, as its owner sees it. */
    String received(Company company) {
        return walks.sandbox().transfers().to(company.corporateAccount()).get(0).amount();
    }

    private Walk act(Walk walk, BiConsumer<ApplicationProcess, UUID> action) {
        walks.asClient(door -> {
            action.accept(door, walk.id());
            return walk.id();
        });
        return walk;
    }

    private static List<Examined> files(EvidenceKind... kinds) {
        return Stream.of(kinds)
                .map(kind -> new Examined(
                        kind,
                        EvidenceType.PNG,
                        1,
                        ("what " + kind + " shows " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
