package io.realname.dev;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.app.Company;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceIntake;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Examined;
import io.realname.evidence.Upload;
import io.realname.people.TestEnterprises;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates two enterprise applications that wait for a reviewer. The register confirms the first enterprise; it has
 * another name for the second. Existing applications are not changed.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class DemoEnterprises implements ApplicationRunner {

    /** The number of the first person: far from the numbers of all other invented people. */
    private static final int FIRST_PERSON = 9_100_000;

    private static final EvidenceKind[] EVIDENCE = {
        EvidenceKind.LICENCE,
        EvidenceKind.LEGAL_PERSON_FRONT,
        EvidenceKind.LEGAL_PERSON_BACK,
        EvidenceKind.DOCUMENT_FRONT,
        EvidenceKind.DOCUMENT_BACK,
        EvidenceKind.POWER_OF_ATTORNEY
    };

    private final AccountDirectory accounts;
    private final EvidenceIntake intake;
    private final EvidenceFolder evidence;
    private final ApplicationProcess process;
    private final TransactionTemplate transaction;

    DemoEnterprises(
            AccountDirectory accounts,
            EvidenceIntake intake,
            EvidenceFolder evidence,
            ApplicationProcess process,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.intake = intake;
        this.evidence = evidence;
        this.process = process;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.find(new UserName("enterprise_1")).isPresent()) {
            return;
        }
        List<Examined> files = intake.examine(Stream.of(EVIDENCE)
                .map(kind -> new Upload(kind, SpecimenPictures.of(kind)))
                .toList());
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("mall", "", List.of())));
        try {
            Company consistent = Company.of("enterprise_1", FIRST_PERSON);
            Company another = Company.of("enterprise_2", FIRST_PERSON + 1)
                    .withCreditCode(TestEnterprises.creditCode(FIRST_PERSON + 1, "01"));
            transaction.executeWithoutResult(status -> apply(consistent, FIRST_PERSON + 2, files));
            transaction.executeWithoutResult(status -> apply(another, FIRST_PERSON + 3, files));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void apply(Company company, int whoActs, List<Examined> files) {
        accounts.put(new Account(
                new UserName(company.account()), new Site("JD_CLOUD"), AccountKind.ENTERPRISE, null, Set.of()));
        UUID id = process.newId();
        evidence.add(id, files);
        process.start(
                id,
                ApplicationKind.ENTERPRISE,
                company.actedForBy(Applicant.number(whoActs)).toString());
    }
}
