package io.realname.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.application.Applications;
import io.realname.application.OutcomeCode;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceIntake;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Examined;
import io.realname.evidence.Upload;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.mobile.MobileNumber;
import io.realname.newuser.NewUserReader;
import io.realname.newuser.NewUsers;
import io.realname.people.TestPeople;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates appeals that wait for a reviewer, so that Tasklist isn't empty. {@code --realname.dev.appeals=10000} shows
 * how Tasklist works with many appeals. Existing appeals are not changed.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class DemoAppeals implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAppeals.class);

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The number of the first person: far from the numbers of all other invented people. */
    private static final int FIRST_PERSON = 9_000_000;

    private static final List<String> SITES = List.of("JD_MALL", "JD_CLOUD", "JD_FINANCE");

    private final int wanted;
    private final AccountDirectory accounts;
    private final NewUserReader reader;
    private final NewUsers newUsers;
    private final Applications applications;
    private final IdentityRegistry registry;
    private final EvidenceIntake intake;
    private final EvidenceFolder evidence;
    private final ApplicationProcess process;
    private final TransactionTemplate transaction;

    DemoAppeals(
            @Value("${realname.dev.appeals:3}") int wanted,
            AccountDirectory accounts,
            NewUserReader reader,
            NewUsers newUsers,
            Applications applications,
            IdentityRegistry registry,
            EvidenceIntake intake,
            EvidenceFolder evidence,
            ApplicationProcess process,
            TransactionTemplate transaction) {
        this.wanted = wanted;
        this.accounts = accounts;
        this.reader = reader;
        this.newUsers = newUsers;
        this.applications = applications;
        this.registry = registry;
        this.intake = intake;
        this.evidence = evidence;
        this.process = process;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<Examined> files = intake.examine(Stream.of(
                        EvidenceKind.DOCUMENT_FRONT,
                        EvidenceKind.DOCUMENT_BACK,
                        EvidenceKind.HOLDING_DOCUMENT,
                        EvidenceKind.OWNERSHIP_CERTIFICATE)
                .map(kind -> new Upload(kind, SpecimenPictures.of(kind)))
                .toList());
        List<Integer> missing = IntStream.range(0, wanted)
                .filter(n -> accounts.find(new UserName(applicant(n))).isEmpty())
                .boxed()
                .toList();
        missing.parallelStream().forEach(n -> {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("mall", "", List.of())));
            try {
                transaction.executeWithoutResult(status -> verify(n));
                transaction.executeWithoutResult(status -> appeal(n, files));
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
        if (!missing.isEmpty()) {
            LOG.info("{} appeals wait for a reviewer", wanted);
        }
    }

    /** Binds the identity to an account, as if the bank had confirmed it. */
    private void verify(int n) {
        String account = "holder_" + n;
        put(account, SITES.get(n % SITES.size()), TestPeople.mobile(FIRST_PERSON + n));
        ObjectNode form = person(account, n).put("agreementAccepted", true);
        form.putObject("bankCard")
                .put("number", TestPeople.pan(FIRST_PERSON + n))
                .put("mobile", TestPeople.mobile(FIRST_PERSON + n));
        UUID id = process.newId();
        newUsers.register(id, "mall", reader.read(form.toString()));
        Applications.Stated stated = applications.stated(id);
        registry.bindFree(stated.bindingSubject(), VerificationMethod.BANK_CARD);
        applications.end(id, OutcomeCode.VERIFIED, null);
    }

    private void appeal(int n, List<Examined> files) {
        boolean sameSite = n % 3 == 1;
        put(applicant(n), SITES.get((sameSite ? n : n + 1) % SITES.size()), null);
        ObjectNode form = person(applicant(n), n)
                .put("reason", sameSite ? "NOT_MY_OPERATION" : "NEVER_VERIFIED")
                .put("contactMobile", TestPeople.mobile(FIRST_PERSON + n))
                .put("statement", "I have never used this account. 我从未使用过该账号。")
                .put("verifyAccount", n % 2 == 0);
        UUID id = process.newId();
        evidence.add(id, files);
        process.start(id, ApplicationKind.APPEAL, form.toString());
    }

    private void put(String account, String site, @Nullable String mobile) {
        accounts.put(new Account(
                new UserName(account),
                new Site(site),
                AccountKind.PERSONAL,
                mobile == null ? null : MobileNumber.parse(mobile),
                Set.of()));
    }

    private static ObjectNode person(String account, int n) {
        ObjectNode form = JSON.createObjectNode().put("account", account).put("realName", TestPeople.name(n));
        form.putObject("document").put("type", "RESIDENT_ID").put("number", TestPeople.residentId(FIRST_PERSON + n));
        return form;
    }

    private static String applicant(int n) {
        return "applicant_" + n;
    }
}
