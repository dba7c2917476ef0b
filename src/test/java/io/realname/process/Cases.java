package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.app.Applicant;
import io.realname.app.Releases;
import io.realname.appeal.AppealReason;
import io.realname.application.ApplicationKind;
import io.realname.application.OutcomeCode;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Examined;
import io.realname.evidence.file.EvidenceType;
import io.realname.identity.Binding;
import io.realname.identity.IdentityRegistry;
import io.realname.people.TestPeople;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose identity is bound to which account, who appeals against it, and who objects. */
public class Cases {

    public static final String HOME = "JD_MALL";
    public static final String ELSEWHERE = "JD_CLOUD";

    /** What every holder says who objects; stands nowhere in the engine. */
    public static final String OBJECTION = "这个账号一直是我本人在使用";

    public static final EvidenceKind[] DOCUMENT = {
        EvidenceKind.DOCUMENT_FRONT, EvidenceKind.DOCUMENT_BACK, EvidenceKind.HOLDING_DOCUMENT
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessRuns runs;
    private final EvidenceFolder folder;
    private final IdentityRegistry registry;
    private final AccountDirectory accounts;
    private final TransactionTemplate transaction;

    Cases(
            ProcessRuns runs,
            EvidenceFolder folder,
            IdentityRegistry registry,
            AccountDirectory accounts,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.folder = folder;
        this.registry = registry;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** Somebody whose account at {@link #HOME} is verified, and has the number by which it was. */
    public Applicant holder() {
        return holder(runs.somebody());
    }

    public Applicant holder(Applicant holder) {
        verified(holder);
        has(holder, holder.mobile());
        return holder;
    }

    /** Somebody whose account at {@link #HOME} is verified, and has no number. */
    public Applicant verified() {
        return verified(runs.somebody());
    }

    private Applicant verified(Applicant holder) {
        ProcessRun run = runs.apply(holder, HOME).confirmMobile().checkCard();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
        return holder;
    }

    /** The account at {@link #HOME} has this number now, or none. */
    public void has(Applicant holder, @Nullable String mobile) {
        runs.put(holder.account(), HOME, AccountKind.PERSONAL, mobile);
    }

    /** An account of the same person that was associated with the holder's. */
    public Applicant associated(Applicant holder, String site) {
        Applicant associated = holder.withAccount(holder.account() + "_" + site.toLowerCase(Locale.ROOT));
        ProcessRun run =
                runs.associate(associated, site, holder.account(), null).confirmMobile();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
        return associated;
    }

    /** Whose identity it is, with another account and another number. */
    public Applicant rightful(Applicant holder) {
        return holder.withAccount(holder.account() + "_own")
                .withMobile(runs.somebody().mobile());
    }

    public void hasOpenBusiness(Applicant holder, String... business) {
        runs.put(holder.account(), HOME, AccountKind.PERSONAL, holder.mobile(), business);
    }

    /** The account at {@link #HOME} is held by a member of the staff. */
    public void isHeldBy(Applicant holder, String login) {
        accounts.put(ProcessRuns.account(holder.account(), HOME, AccountKind.PERSONAL, holder.mobile()), login);
    }

    /** An appeal from {@link #ELSEWHERE}: never verified anywhere. With all evidence. */
    public ProcessRun neverVerified(Applicant holder) {
        return appeal(AppealForm.of(rightful(holder), AppealReason.NEVER_VERIFIED), ELSEWHERE, DOCUMENT);
    }

    /** An appeal from {@link #HOME}, where the holder is: not my operation. With all evidence. */
    public ProcessRun notMyOperation(Applicant holder) {
        return appeal(
                AppealForm.of(rightful(holder), AppealReason.NOT_MY_OPERATION), HOME, everythingWithCertificate());
    }

    public static EvidenceKind[] everythingWithCertificate() {
        return Stream.concat(Stream.of(DOCUMENT), Stream.of(EvidenceKind.OWNERSHIP_CERTIFICATE))
                .toArray(EvidenceKind[]::new);
    }

    /** Somebody applies with a document that no bank can check, and shows that the number is theirs. */
    public ProcessRun withPermit(Applicant applicant, int permit) {
        return withDocument(applicant, document("HMT_RESIDENCE_PERMIT", TestPeople.hmtResidencePermit(permit)));
    }

    public ProcessRun withPassport(Applicant applicant, int passport) {
        return withPassport(applicant, passport, "FRA");
    }

    public ProcessRun withPassport(Applicant applicant, int passport, String country) {
        return withDocument(applicant, passport(passport, country));
    }

    public static ObjectNode passport(int n, String country) {
        return document("PASSPORT", TestPeople.passport(n)).put("issuingCountry", country);
    }

    private ProcessRun withDocument(Applicant applicant, ObjectNode document) {
        return stating(applicant, document).confirmMobile();
    }

    /** Somebody applies with another document; the number is not confirmed yet. */
    public ProcessRun stating(Applicant applicant, ObjectNode document) {
        runs.put(applicant.account(), HOME, AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        form.set("document", document);
        return runs.apply(applicant, form);
    }

    private static ObjectNode document(String type, String number) {
        return JSON.createObjectNode().put("type", type).put("number", number);
    }

    public ProcessRun appeal(AppealForm form, String site, EvidenceKind... evidence) {
        runs.put(form.applicant().account(), site, AccountKind.PERSONAL, null);
        return start(ApplicationKind.APPEAL, form.applicant(), form.json(), evidence);
    }

    /** As the typed door does it: the evidence first, in the same transaction. */
    public ProcessRun start(ApplicationKind kind, Applicant applicant, String application, EvidenceKind... evidence) {
        UUID id = runs.asClient(door -> {
            UUID started = door.newId();
            folder.add(started, files(evidence));
            door.start(started, kind, application);
            return started;
        });
        return new ProcessRun(runs, id, applicant);
    }

    /** The applicant adds evidence that was asked for. */
    public ProcessRun addEvidence(ProcessRun run, EvidenceKind... kinds) {
        runs.asClient(door -> {
            folder.add(run.id(), files(kinds));
            door.evidenceAdded(run.id());
            return run.id();
        });
        return run;
    }

    /** The holder objects; the code still has to be confirmed. */
    public ProcessRun object(Applicant holder) {
        UUID id = runs.start(
                ApplicationKind.OBJECTION,
                JSON.createObjectNode()
                        .put("account", holder.account())
                        .put("statement", OBJECTION)
                        .toString());
        return new ProcessRun(runs, id, holder);
    }

    public Binding bindingOf(Applicant applicant) {
        return binding(applicant).orElseThrow();
    }

    public Optional<Binding> binding(Applicant applicant) {
        return registry.bindingOf(applicant.account());
    }

    /** What was bound is released, and nobody of the platform's was asked. */
    public void release(Applicant holder) {
        new Releases(registry, runs.jdbc(), transaction).release(holder.account(), UUID.randomUUID());
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
