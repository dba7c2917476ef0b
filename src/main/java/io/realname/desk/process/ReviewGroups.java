package io.realname.desk.process;

import io.realname.desk.ReviewTask;
import io.realname.desk.Reviews;
import io.realname.process.IncidentCode;
import io.realname.process.OperatorMustActException;
import io.realname.review.Voter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The groups that review: ours, and groups to which an administrator has given the same grants. */
@Component
class ReviewGroups {

    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final Reviews reviews;

    ReviewGroups(AuthorizationService authorizations, IdentityService identities, Reviews reviews) {
        this.authorizations = authorizations;
        this.identities = identities;
        this.reviews = reviews;
    }

    private List<String> all() {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(ReviewByPeople.KEY)
                .hasPermission(Permissions.TASK_WORK)
                .list()
                .stream()
                .map(Authorization::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    boolean has(String group, String login) {
        return identities.createUserQuery().userId(login).memberOfGroup(group).count() == 1;
    }

    /**
     * The other groups to which a review must be offered. Empty if a member of its own groups may decide it, that is,
     * is not a party and has not voted.
     *
     * @throws OperatorMustActException if nobody in any group may decide it
     */
    List<String> toAsk(List<String> offered, ReviewTask task) {
        if (offered.stream().anyMatch(group -> hasReviewer(group, task))) {
            return List.of();
        }
        List<String> others =
                all().stream().filter(group -> hasReviewer(group, task)).toList();
        if (others.isEmpty()) {
            throw new OperatorMustActException(IncidentCode.NOBODY_MAY_REVIEW);
        }
        return others;
    }

    private boolean hasReviewer(String group, ReviewTask task) {
        return identities.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .anyMatch(member -> reviews.mayReview(task, member));
    }

    /** The group for which somebody voted, if it still reviews and the voter is still a member. */
    Optional<String> of(Voter voter) {
        return Optional.ofNullable(voter.group()).filter(all()::contains).filter(group -> has(group, voter.reviewer()));
    }
}
