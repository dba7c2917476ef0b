package io.realname.desk.process;

import io.realname.application.Applications;
import io.realname.desk.ReviewTask;
import io.realname.desk.Reviews;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.review.ColleagueNote.Kind;
import io.realname.review.ColleagueNotes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a task over to a colleague, and asks a colleague for an opinion. An opinion is the engine's delegation: the
 * colleague holds the task until they answer, cannot decide it, and the owner gets it back. Each is an entry in the audit
 * trail. What reviewers write is in the sealed notes only.
 */
@Service
@Transactional
public class Colleagues {

    private final TaskService tasks;
    private final IdentityService identities;
    private final OpenTasks open;
    private final CandidateGroups groups;
    private final Applications applications;
    private final Reviews reviews;
    private final ColleagueNotes notes;
    private final AuditTrail trail;

    Colleagues(
            TaskService tasks,
            IdentityService identities,
            OpenTasks open,
            CandidateGroups groups,
            Applications applications,
            Reviews reviews,
            ColleagueNotes notes,
            AuditTrail trail) {
        this.tasks = tasks;
        this.identities = identities;
        this.open = open;
        this.groups = groups;
        this.applications = applications;
        this.reviews = reviews;
        this.notes = notes;
        this.trail = trail;
    }

    /** The members of the groups to which the task is offered, without the reviewer, by name. */
    @Transactional(readOnly = true)
    public List<Colleague> of(String taskId, String reviewer) {
        Map<String, Colleague> found = open.offeredTo(taskId).stream()
                .flatMap(group -> identities.createUserQuery().memberOfGroup(group).list().stream())
                .filter(user -> !user.getId().equals(reviewer))
                .map(Colleague::of)
                .collect(Collectors.toMap(Colleague::id, Function.identity(), (one, same) -> one));
        return found.values().stream().sorted().toList();
    }

    /**
     * Gives the task to a colleague, who decides it.
     *
     * @throws RefusalException {@code TASK_NOT_CLAIMED} or {@code OPINION_IS_OWED}; if the colleague may not decide it,
     *     {@code REVIEWER_NOT_IN_GROUP}, {@code REVIEWER_IS_PARTY} or {@code ALREADY_VOTED}
     */
    public void handOver(String taskId, ReviewTask review, String reviewer, String colleague, String comment) {
        requireOwn(taskId, review, reviewer);
        requireAllowed(taskId, review, colleague);
        // Without a holder in between, the owner of a former opinion would stay.
        tasks.setAssignee(taskId, null);
        tasks.setAssignee(taskId, colleague);
        note(review, Kind.HANDED_OVER, AuditEvent.REVIEW_HANDED_OVER, reviewer, colleague, comment);
    }

    /**
     * Gives the task to a colleague until they have given their opinion.
     *
     * @throws RefusalException as {@link #handOver}
     */
    public void askOpinion(String taskId, ReviewTask review, String reviewer, String colleague, String question) {
        requireOwn(taskId, review, reviewer);
        requireAllowed(taskId, review, colleague);
        tasks.setOwner(taskId, reviewer);
        tasks.delegateTask(taskId, colleague);
        note(review, Kind.OPINION_ASKED, AuditEvent.OPINION_ASKED, reviewer, colleague, question);
    }

    /**
     * Gives the task back with an opinion. If whoever asked may not decide it any more, nobody holds it then.
     *
     * @throws RefusalException {@code TASK_NOT_CLAIMED}; {@code ACTION_NOT_EXPECTED} if nobody asked
     */
    public void giveOpinion(String taskId, ReviewTask review, String colleague, String opinion) {
        Task task = held(taskId, review, colleague);
        if (!isLent(task)) {
            throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
        }
        note(review, Kind.OPINION_GIVEN, AuditEvent.OPINION_GIVEN, colleague, task.getOwner(), opinion);
        giveBack(task, review);
    }

    /**
     * Takes the task back from the colleague who was asked.
     *
     * @throws RefusalException {@code ACTION_NOT_EXPECTED} if the colleague has answered or returned it
     */
    public void takeBack(String taskId, ReviewTask review, String owner) {
        applications.lock(review.application());
        Task task = find(taskId);
        if (task == null || !isLent(task) || !owner.equals(task.getOwner())) {
            throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
        }
        trail.append(
                review.application(),
                AuditEvent.OPINION_NOT_AWAITED,
                "user:" + owner,
                Map.of("review", review.review(), "step", review.step().name(), "colleague", task.getAssignee()));
        giveBack(task, review);
    }

    private void giveBack(Task task, ReviewTask review) {
        String owner = task.getOwner();
        if (groups.isOffered(open.offeredTo(task.getId()), owner) && reviews.mayReview(review, owner)) {
            tasks.resolveTask(task.getId());
        } else {
            tasks.setAssignee(task.getId(), null);
        }
    }

    private void note(ReviewTask review, Kind kind, AuditEvent event, String author, String addressee, String text) {
        notes.add(review.application(), review.review(), review.step(), kind, author, addressee, text);
        trail.append(
                review.application(),
                event,
                "user:" + author,
                Map.of("review", review.review(), "step", review.step().name(), "colleague", addressee));
    }

    private void requireOwn(String taskId, ReviewTask review, String reviewer) {
        if (isLent(held(taskId, review, reviewer))) {
            throw new RefusalException(Refusal.of(RefusalCode.OPINION_IS_OWED));
        }
    }

    /** As "Admit reviewer", whose refusal the engine would wrap. */
    private void requireAllowed(String taskId, ReviewTask review, String colleague) {
        if (!groups.isOffered(open.offeredTo(taskId), colleague)) {
            throw new RefusalException(Refusal.of(RefusalCode.REVIEWER_NOT_IN_GROUP));
        }
        reviews.admit(review, colleague);
    }

    /** Reads the task again under the application's lock, because another transaction may have changed it. */
    private Task held(String taskId, ReviewTask review, String reviewer) {
        applications.lock(review.application());
        Task task = find(taskId);
        if (task == null || !reviewer.equals(task.getAssignee())) {
            throw new RefusalException(Refusal.of(RefusalCode.TASK_NOT_CLAIMED));
        }
        return task;
    }

    private @Nullable Task find(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).singleResult();
    }

    /** Whether the task's holder owes its owner an opinion. */
    public static boolean isLent(Task task) {
        return task.getDelegationState() == DelegationState.PENDING && task.getOwner() != null;
    }

    /**
     * A person to whom a task may be given.
     *
     * @param id the login
     * @param name first and last name, or the login
     */
    public record Colleague(String id, String name) implements Comparable<Colleague> {

        static Colleague of(User user) {
            String name = Stream.of(user.getFirstName(), user.getLastName())
                    .filter(Objects::nonNull)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" "));
            return new Colleague(user.getId(), name.isEmpty() ? user.getId() : name);
        }

        @Override
        public int compareTo(Colleague other) {
            return name.compareTo(other.name);
        }
    }
}
