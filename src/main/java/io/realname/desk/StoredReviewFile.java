package io.realname.desk;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.appeal.AppealStatement;
import io.realname.appeal.Appeals;
import io.realname.appeal.Holding;
import io.realname.appeal.Holdings;
import io.realname.appeal.Objections;
import io.realname.application.Application;
import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.Applications.Stated;
import io.realname.desk.ReviewView.ReviewedApplication;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceItem;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.EvidencePictures;
import io.realname.evidence.EvidencePictures.Picture;
import io.realname.identity.Binding;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.PassportNumbers;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.review.ColleagueNotes;
import io.realname.review.ReasonWords;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewStep;
import io.realname.review.Votes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what reviewers see from the database, in one transaction. Evidence may be in an object storage, so it is opened
 * outside of any transaction.
 */
@Component
class StoredReviewFile implements ReviewFile {

    private static final AppealStatement NOTHING = new AppealStatement(null, false);

    private final Applications applications;
    private final Appeals appeals;
    private final ReviewedEnterprises enterprises;
    private final Holdings holdings;
    private final Objections objections;
    private final IdentityRegistry registry;
    private final PassportNumbers passports;
    private final AccountDirectory accounts;
    private final Votes votes;
    private final ColleagueNotes notes;
    private final StatedDocuments documents;
    private final ReviewDuties duties;
    private final EvidenceToAskFor evidenceToAskFor;
    private final BirthDates birthDates;
    private final ReasonsOfReviews reasons;
    private final ReasonWords reasonWords;
    private final ReviewDrafts drafts;
    private final EvidenceFolder evidence;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    StoredReviewFile(
            Applications applications,
            Appeals appeals,
            ReviewedEnterprises enterprises,
            Holdings holdings,
            Objections objections,
            IdentityRegistry registry,
            PassportNumbers passports,
            AccountDirectory accounts,
            Votes votes,
            ColleagueNotes notes,
            StatedDocuments documents,
            ReviewDuties duties,
            EvidenceToAskFor evidenceToAskFor,
            BirthDates birthDates,
            ReasonsOfReviews reasons,
            ReasonWords reasonWords,
            ReviewDrafts drafts,
            EvidenceFolder evidence,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.appeals = appeals;
        this.enterprises = enterprises;
        this.holdings = holdings;
        this.objections = objections;
        this.registry = registry;
        this.passports = passports;
        this.accounts = accounts;
        this.votes = votes;
        this.notes = notes;
        this.documents = documents;
        this.duties = duties;
        this.evidenceToAskFor = evidenceToAskFor;
        this.birthDates = birthDates;
        this.reasons = reasons;
        this.reasonWords = reasonWords;
        this.drafts = drafts;
        this.evidence = evidence;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public ReviewedApplication summary(ReviewTask task) {
        Application application = applications.get(task.application());
        return new ReviewedApplication(
                application.id(),
                CaseNumber.of(application.id()).value(),
                application.kind().name(),
                isAppeal(application) ? appeals.reason(application.id()).name() : null,
                application.site(),
                application.createdAt(),
                votes.roundOf(application.id(), task.review()),
                task.step() == ReviewStep.SAMPLE ? ReviewStep.FIRST : task.step());
    }

    @Override
    public ReviewView of(ReviewTask task, String reviewer) {
        Map<UUID, Integer> counted = pagesNotCounted(task.application());
        return Objects.requireNonNull(transaction.execute(status -> {
            ReviewView view = of(task, reviewer, counted);
            trail.append(
                    task.application(),
                    AuditEvent.APPLICATION_VIEWED,
                    "user:" + reviewer,
                    Map.of("review", task.review(), "step", task.step().name()));
            return view;
        }));
    }

    private ReviewView of(ReviewTask task, String reviewer, Map<UUID, Integer> counted) {
        UUID id = task.application();
        ReviewedApplication summary = summary(task);
        ApplicationKind kind = ApplicationKind.valueOf(summary.kind());
        boolean appeal = kind == ApplicationKind.APPEAL;
        Stated stated = applications.stated(id);
        Duties left = duties.of(stated, reviewer);
        return new ReviewView(
                summary,
                applicant(stated, appeal ? appeals.statement(id) : NOTHING),
                kind == ApplicationKind.ENTERPRISE ? enterprises.of(stated) : null,
                appeal ? holders(stated) : List.of(),
                evidence(id, counted, left),
                votes(task),
                notes(task),
                appeal ? objections(id) : List.of(),
                appeal ? earlierAppeals(id) : List.of(),
                List.copyOf(reasons.of(stated)),
                reasonWords.all(),
                List.of(ReviewDecision.values()),
                evidenceToAskFor.of(stated).stream().map(EvidenceKind::part).toList(),
                comparisons(stated, left),
                drafts.of(task, reviewer).orElse(null));
    }

    /** Appends the entry to the audit trail before the reviewer gets the picture. */
    @Override
    public Optional<ReviewEvidence> evidence(ReviewTask task, UUID item, int page, String reviewer) {
        Optional<Picture> picture =
                evidence.open(task.application(), item).flatMap(opened -> EvidencePictures.page(opened, page));
        picture.ifPresent(seen -> transaction.executeWithoutResult(status -> trail.append(
                task.application(),
                AuditEvent.EVIDENCE_VIEWED,
                "user:" + reviewer,
                Map.of("evidence", item.toString(), "page", Integer.toString(page), "review", task.review()))));
        return picture.map(seen -> new ReviewEvidence(seen.type().mediaType(), seen.content()));
    }

    private static boolean isAppeal(Application application) {
        return application.kind() == ApplicationKind.APPEAL;
    }

    private ReviewView.Applicant applicant(Stated stated, AppealStatement statement) {
        Person person = stated.person();
        return new ReviewView.Applicant(
                new UserName(stated.account()).masked(),
                person.name().value(),
                birthDates.of(person.document()),
                person.document().type().name(),
                IssuingCountry.of(person.document()),
                person.document().masked(),
                passports.isUnderTwoCountries(stated.identity()),
                stated.mobileNumber() == null ? null : stated.mobile().masked(),
                statement.text(),
                statement.verifyAccount());
    }

    private List<ReviewView.Comparison> comparisons(Stated stated, Duties left) {
        return documents.of(stated).entrySet().stream()
                .map(person -> new ReviewView.Comparison(
                        person.getKey(),
                        left.unconfirmed().contains(person.getKey()),
                        left.unconfirmed().contains(person.getKey())
                                && !left.uncompared().contains(person.getKey()),
                        person.getValue().document().issuingCountry() != null))
                .toList();
    }

    private List<ReviewView.Holder> holders(Stated stated) {
        return holdings.of(stated.id()).stream()
                .flatMap(holding -> holder(holding, stated).stream())
                .toList();
    }

    /** Empty if the binding was released since; the release will notice this too. */
    private Optional<ReviewView.Holder> holder(Holding holding, Stated stated) {
        Account account = accounts.find(new UserName(holding.account())).orElseThrow();
        return registry.bindingOf(holding.account())
                .filter(binding -> binding.id().equals(holding.binding()))
                .map(binding -> holder(account, binding, stated));
    }

    private static ReviewView.Holder holder(Account account, Binding binding, Stated stated) {
        Person holder = binding.person();
        MobileNumber mobile = account.mobile();
        return new ReviewView.Holder(
                account.userName().masked(),
                binding.site(),
                holder.name().masked(),
                holder.document().type().name(),
                holder.document().masked(),
                masked(mobile),
                binding.method().name(),
                binding.verifiedAt(),
                account.openBusiness().stream().sorted().toList(),
                new ReviewView.Matches(
                        holder.name().equals(stated.person().name()),
                        holder.document().equals(stated.person().document()),
                        mobile != null && stated.mobileNumber() != null && mobile.equals(stated.mobile())));
    }

    private List<ReviewView.Evidence> evidence(UUID id, Map<UUID, Integer> counted, Duties left) {
        return evidence.of(id).stream()
                .map(item -> new ReviewView.Evidence(
                        item.id(),
                        item.kind().name(),
                        pages(item, counted),
                        item.addedAt(),
                        item.superseded(),
                        !left.unopened().contains(item.id())))
                .toList();
    }

    private static int pages(EvidenceItem item, Map<UUID, Integer> counted) {
        Integer pages = item.pages();
        return pages != null ? pages : counted.getOrDefault(item.id(), 0);
    }

    /**
     * The number of pages of PDFs that an earlier version stored without it. There are none any more when their
     * retention has ended.
     */
    private Map<UUID, Integer> pagesNotCounted(UUID id) {
        return evidence.of(id).stream()
                .filter(item -> item.pages() == null)
                .flatMap(item -> evidence.open(id, item.id()).stream())
                .collect(Collectors.toMap(opened -> opened.item().id(), EvidencePictures::pages));
    }

    /** Whoever decides a case of the sample decides without knowing what the first reviewer did in this review. */
    private List<ReviewView.CastVote> votes(ReviewTask task) {
        return votes.of(task.application()).stream()
                .filter(vote ->
                        task.step() != ReviewStep.SAMPLE || !vote.review().equals(task.review()))
                .map(vote -> new ReviewView.CastVote(
                        vote.round(),
                        vote.step(),
                        vote.reviewer(),
                        vote.ballot().decision(),
                        vote.ballot().reason(),
                        vote.ballot().note(),
                        vote.ballot().answer(),
                        vote.ballot().missing().stream().map(Enum::name).toList(),
                        vote.votedAt()))
                .toList();
    }

    private List<ReviewView.Note> notes(ReviewTask task) {
        return notes.of(task.application()).stream()
                .filter(note -> task.step() != ReviewStep.SAMPLE
                        || !note.review().equals(task.review())
                        || note.step() == ReviewStep.SAMPLE)
                .map(note -> new ReviewView.Note(
                        note.kind(), note.author(), note.addressee(), note.text(), note.writtenAt()))
                .toList();
    }

    private List<ReviewView.Objection> objections(UUID id) {
        return objections.to(id).stream()
                .map(objection -> new ReviewView.Objection(
                        new UserName(objection.account()).masked(), objection.statement(), objection.objectedAt()))
                .toList();
    }

    private List<ReviewView.EarlierAppeal> earlierAppeals(UUID id) {
        return appeals.earlier(id).stream()
                .filter(appeal -> appeal.outcome() != null)
                .map(appeal -> new ReviewView.EarlierAppeal(
                        appeal.id(),
                        appeal.filedAt(),
                        appeal.reason().name(),
                        String.valueOf(appeal.outcome()),
                        appeal.outcomeReason()))
                .toList();
    }

    private static @Nullable String masked(@Nullable MobileNumber mobile) {
        return mobile == null ? null : mobile.masked();
    }
}
