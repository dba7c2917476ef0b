package io.realname.trail;

import io.realname.protection.ApplicationFacts;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.TrailFault;
import io.realname.protection.TrailVerdict;
import io.realname.protection.TrailVerification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the tables with the audit trail: are the rows what the program wrote? The program may continue to write
 * meanwhile: each application is read in one repeatable-read transaction.
 */
@Service
public class TrailAudit {

    private final TrailedRows rows;
    private final AuditTrail trail;
    private final TrailVerification verification;
    private final TransactionTemplate oneMoment;

    TrailAudit(
            TrailedRows rows,
            AuditTrail trail,
            TrailVerification verification,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.trail = trail;
        this.verification = verification;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setReadOnly(true);
    }

    /** Audits all applications; this may take long. Each finding is passed on as soon as it is made. */
    public TrailReport all(Consumer<TrailFinding> findings) {
        Counts counts = new Counts(findings);
        UUID last = new UUID(0, 0);
        for (List<UUID> page = rows.page(last); !page.isEmpty(); page = rows.page(last)) {
            page.forEach(id -> audit(id, counts));
            last = page.get(page.size() - 1);
        }
        rows.gone().forEach(id -> counts.found(new TrailFinding(id, TrailFinding.Kind.APPLICATION_GONE, "")));
        return new TrailReport(counts.applications, counts.withoutTrail, counts.findings);
    }

    private void audit(UUID id, Counts counts) {
        oneMoment.executeWithoutResult(status -> rows.row(id).ifPresent(row -> {
            counts.applications++;
            counts.withoutTrail += row.trailed() ? 0 : 1;
            findings(row).forEach(counts::found);
        }));
    }

    /**
     * The differences between trail and tables for one application; empty if there are none, or if there is no such
     * application.
     */
    public List<TrailFinding> of(UUID application) {
        return oneMoment.execute(
                status -> rows.row(application).map(this::findings).orElse(List.of()));
    }

    private List<TrailFinding> findings(TrailedApplication row) {
        TrailVerdict verdict = verification.verify(row.id());
        if (verdict instanceof TrailVerdict.Broken broken) {
            boolean neverHadOne = !row.trailed() && broken.fault() == TrailFault.STREAM_MISSING;
            return neverHadOne
                    ? List.of()
                    : List.of(new TrailFinding(
                            row.id(), TrailFinding.Kind.STREAM, broken.fault() + " at " + broken.number()));
        }
        Findings findings = new Findings(row.id());
        List<AuditEntry> entries = trail.of(row.id());
        if (!row.trailed()) {
            // The application is older than the trail. It may have got entries later, for example when another
            // application followed it, but it has no entry of its registration.
            findings.addIf(
                    !TrailedApplication.of(AuditEvent.APPLICATION_REGISTERED, entries)
                            .isEmpty(),
                    TrailFinding.Kind.REGISTRATION,
                    "");
            return findings.list;
        }
        findings.addIf(!row.isRegisteredBy(entries), TrailFinding.Kind.REGISTRATION, "");
        findings.addIf(!row.isEndedBy(entries), TrailFinding.Kind.END, "");
        following(row, entries, findings);
        bindings(row, entries, findings);
        List<Map<String, String>> verified = TrailedApplication.of(AuditEvent.ENTERPRISE_VERIFIED, entries).stream()
                .map(AuditEntry::facts)
                .toList();
        findings.addIf(!verified.equals(rows.enterprisesOf(row.id())), TrailFinding.Kind.ENTERPRISE, "");
        return findings.list;
    }

    private void following(TrailedApplication row, List<AuditEntry> entries, Findings findings) {
        UUID follows = row.follows();
        findings.addIf(
                follows != null && !rows.recordsFollower(follows, row.id()),
                TrailFinding.Kind.FOLLOWING,
                String.valueOf(follows));
        for (AuditEntry entry : TrailedApplication.of(AuditEvent.FOLLOWED, entries)) {
            String follower = fact(entry, ApplicationFacts.FOLLOWER);
            findings.addIf(!rows.follows(follower, row.id()), TrailFinding.Kind.FOLLOWING, follower);
        }
    }

    private void bindings(TrailedApplication row, List<AuditEntry> entries, Findings findings) {
        Set<String> ids = new HashSet<>();
        for (TrailedBinding binding : rows.bindingsOf(row.id())) {
            ids.add(binding.id());
            List<Map<String, String>> bound = about(binding.id(), AuditEvent.IDENTITY_BOUND, entries);
            findings.addIf(!bound.equals(List.of(binding.facts())), TrailFinding.Kind.BINDING, binding.id());
            int released =
                    about(binding.id(), AuditEvent.IDENTITY_RELEASED, entries).size();
            findings.addIf(released != (binding.released() ? 1 : 0), TrailFinding.Kind.RELEASE, binding.id());
        }
        Set<String> gone = TrailedApplication.of(AuditEvent.IDENTITY_BOUND, entries).stream()
                .map(entry -> fact(entry, "binding"))
                .filter(id -> !ids.contains(id))
                .collect(Collectors.toSet());
        gone.forEach(id -> findings.addIf(true, TrailFinding.Kind.BINDING, id));
    }

    private static List<Map<String, String>> about(String binding, AuditEvent event, List<AuditEntry> entries) {
        return TrailedApplication.of(event, entries).stream()
                .map(AuditEntry::facts)
                .filter(facts -> binding.equals(facts.get("binding")))
                .toList();
    }

    private static String fact(AuditEntry entry, String name) {
        return entry.facts().getOrDefault(name, "");
    }

    private static final class Findings {

        private final UUID application;
        private final List<TrailFinding> list = new ArrayList<>();

        private Findings(UUID application) {
            this.application = application;
        }

        private void addIf(boolean wrong, TrailFinding.Kind kind, String about) {
            if (wrong) {
                list.add(new TrailFinding(application, kind, about));
            }
        }
    }

    private static final class Counts {

        private final Consumer<TrailFinding> listener;
        private long applications;
        private long withoutTrail;
        private long findings;

        private Counts(Consumer<TrailFinding> listener) {
            this.listener = listener;
        }

        private void found(TrailFinding finding) {
            findings++;
            listener.accept(finding);
        }
    }
}
