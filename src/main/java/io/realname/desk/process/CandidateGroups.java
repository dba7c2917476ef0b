package io.realname.desk.process;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Tells who may decide a task: the members of its candidate groups, by their groups now and not at their login. */
@Component
class CandidateGroups {

    private final IdentityService identities;

    CandidateGroups(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * The group that entitles the reviewer to decide the task.
     *
     * @throws RefusalException {@code REVIEWER_NOT_IN_GROUP}
     */
    String require(DelegateTask task, String reviewer) {
        return of(task, reviewer)
                .orElseThrow(() -> new RefusalException(Refusal.of(RefusalCode.REVIEWER_NOT_IN_GROUP)));
    }

    /** As {@link #require}; empty if the reviewer may not decide the task. */
    Optional<String> of(DelegateTask task, String reviewer) {
        List<String> offered = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return first(offered, reviewer);
    }

    /** Whether the reviewer is a member of one of the groups. */
    boolean isOffered(List<String> groups, String reviewer) {
        return first(groups, reviewer).isPresent();
    }

    private Optional<String> first(List<String> groups, String reviewer) {
        return identities.createGroupQuery().groupMember(reviewer).orderByGroupId().asc().list().stream()
                .map(Group::getId)
                .filter(groups::contains)
                .findFirst();
    }
}
