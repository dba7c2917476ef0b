package io.realname.enterprise.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.account.AccountKind;
import io.realname.app.Applicant;
import io.realname.app.Company;
import io.realname.application.ApplicationKind;
import io.realname.evidence.EvidenceKind;
import io.realname.people.TestEnterprises;
import io.realname.process.Cases;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import java.util.concurrent.atomic.AtomicInteger;

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
    public static final String WRONG = "1.11";

    private static final AtomicInteger enterprises = new AtomicInteger(700_000);

    private final ProcessRuns runs;
    private final Cases cases;

    EnterpriseCases(ProcessRuns runs, Cases cases) {
        this.runs = runs;
        this.cases = cases;
    }

    /** One that no test has seen before, for the account of somebody who is verified. */
    public Company of(Applicant holder) {
        return Company.of(holder.account(), enterprises.getAndIncrement());
    }

    /** The register says something special about it. */
    public Company knownAs(Applicant holder, String tail) {
        int n = enterprises.getAndIncrement();
        return Company.of(holder.account(), n).withCreditCode(TestEnterprises.creditCode(n, tail));
    }

    /** Payments to its account go a special way. */
    public Company withAccountEnding(Applicant holder, String tail) {
        int n = enterprises.getAndIncrement();
        return Company.of(holder.account(), n).withCorporateAccount(TestEnterprises.corporateAccount(n, tail));
    }

    /** An account that the account service calls an enterprise's; nobody is verified behind it. */
    public Applicant founder() {
        Applicant founder = runs.somebody();
        runs.put(founder.account(), Cases.HOME, AccountKind.ENTERPRISE, null);
        return founder;
    }

    /** An upgrade of somebody's verified account, with all evidence: it waits for the register. */
    ProcessRun upgrade() {
        Applicant holder = cases.holder();
        return apply(holder, of(holder).application(), ALL);
    }

    public ProcessRun apply(Applicant applicant, ObjectNode application, EvidenceKind... evidence) {
        return cases.start(ApplicationKind.ENTERPRISE, applicant, application.toString(), evidence);
    }

    /** What came in on the account, as its owner sees it. */
    public String received(Company company) {
        return runs.sandbox().transfers().to(company.corporateAccount()).get(0).amount();
    }
}
