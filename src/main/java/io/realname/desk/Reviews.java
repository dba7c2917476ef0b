package io.realname.desk;

import io.realname.application.Applications;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.review.Ballot;
import io.realname.review.ColleagueNotes;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewReason;
import io.realname.review.ReviewStep;
import io.realname.review.Voter;
import io.realname.review.Votes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks who may review an application, and stores the votes. A party to the application may not review it, and each
 * reviewer may vote only once in a review.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Reviews {

    private final JdbcClient jdbc;
    private final Votes votes;
    private final ColleagueNotes notes;
    private final Applications applications;
    private final ReviewDuties duties;
    private final EvidenceToAskFor evidenceToAskFor;
    private final ReasonsOfReviews reasons;
    private final AuditTrail trail;

    Reviews(
            JdbcClient jdbc,
            Votes votes,
            ColleagueNotes notes,
            Applications applications,
            ReviewDuties duties,
            EvidenceToAskFor evidenceToAskFor,
            ReasonsOfReviews reasons,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.duties = duties;
        this.evidenceToAskFor = evidenceToAskFor;
        this.reasons = reasons;
        this.votes = votes;
        this.notes = notes;
        this.trail = trail;
    }

    /**
     * Checks that a reviewer may take part in a review.
     *
     * @throws RefusalException {@code REVIEWER_IS_PARTY}, {@code ALREADY_VOTED} or {@code REVIEWER_KNOWS_THE_CASE}
     */
    public void admit(ReviewTask task, String reviewer) {
        obstacle(task, reviewer).ifPresent(code -> {
            throw new RefusalException(Refusal.of(code));
        });
    }

    /** Whether {@link #admit} would accept the reviewer. */
    public boolean mayReview(ReviewTask task, String reviewer) {
        return obstacle(task, reviewer).isEmpty();
    }

    private Optional<RefusalCode> obstacle(ReviewTask task, String reviewer) {
        if (isParty(task.application(), reviewer)) {
            return Optional.of(RefusalCode.REVIEWER_IS_PARTY);
        }
        if (votes.hasVoted(task.review(), reviewer)) {
            return Optional.of(RefusalCode.ALREADY_VOTED);
        }
        return task.step() == ReviewStep.SAMPLE && notes.isInvolved(task.application(), task.review(), reviewer)
                ? Optional.of(RefusalCode.REVIEWER_KNOWS_THE_CASE)
                : Optional.empty();
    }

    /**
     * @throws RefusalException as {@link #admit}; {@code INVALID_APPLICATION} if the reason or the evidence that the
     *     reviewer asks for does not fit the application, or if the reviewer approves and has not opened all evidence
     *     or not compared the document of each person whom nobody else has confirmed
     */
    public void vote(ReviewTask task, Voter voter, Ballot ballot) {
        UUID application = task.application();
        ReviewReason reason = ballot.reason();
        requireFit(application, ballot);
        admit(task, voter.reviewer());
        if (ballot.decision() == ReviewDecision.APPROVE) {
            requireLooked(application, voter.reviewer());
        }
        if (!votes.cast(application, task.review(), task.step(), voter, ballot)) {
            throw new RefusalException(Refusal.of(RefusalCode.ALREADY_VOTED));
        }
        Map<String, String> facts = new TreeMap<>();
        facts.put("review", task.review());
        facts.put("step", task.step().name());
        facts.put("decision", ballot.decision().name());
        if (reason != null) {
            facts.put("reason", reason.name());
        }
        trail.append(application, AuditEvent.REVIEW_VOTED, "user:" + voter.reviewer(), facts);
    }

    private void requireFit(UUID application, Ballot ballot) {
        ReviewReason reason = ballot.reason();
        if (reason != null && !reasons.of(applications.stated(application)).contains(reason)) {
            throw new RefusalException(Refusal.invalid(List.of(new FieldError("/reason", "UNKNOWN_REASON"))));
        }
        if (!ballot.missing().isEmpty()
                && !evidenceToAskFor.of(applications.stated(application)).containsAll(ballot.missing())) {
            throw new RefusalException(Refusal.invalid(List.of(new FieldError("/missing", "UNKNOWN_EVIDENCE"))));
        }
    }

    private void requireLooked(UUID application, String reviewer) {
        Duties left = duties.of(applications.stated(application), reviewer);
        List<FieldError> errors = new ArrayList<>();
        if (!left.unopened().isEmpty()) {
            errors.add(new FieldError("/decision", "EVIDENCE_NOT_OPENED"));
        }
        if (!left.uncompared().isEmpty()) {
            errors.add(new FieldError("/decision", "NOT_COMPARED"));
        }
        if (!errors.isEmpty()) {
            throw new RefusalException(Refusal.invalid(errors));
        }
    }

    /**
     * Whether the reviewer filed the application, holds its account, or holds an account to which its identity is or
     * was bound. Compares the reviewer's login with the client's name, with the account's name, and with the staff
     * login that the account service has stated for the account.
     */
    private boolean isParty(UUID application, String reviewer) {
        return jdbc.sql("""
                        select exists (
                            select from application a
                            where a.id = :application
                              and (a.client = :reviewer
                                or exists (
                                    select from account c
                                    where (c.user_name = :reviewer or c.staff_login = :reviewer)
                                      and (c.user_name = a.account
                                        or c.user_name in (select b.account from binding b
                                                           where b.identity_key = a.identity_key)))))
                        """)
                .param("application", application)
                .param("reviewer", reviewer)
                .query(Boolean.class)
                .single();
    }
}
