package io.realname.desk;

import io.realname.app.Applicant;
import io.realname.app.Registered;
import io.realname.desk.process.ReviewByPeople;
import io.realname.doors.WebApp;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.test.context.TestComponent;

/** Reviews that wait for a reviewer, and people who may do them. */
@TestComponent
public class OpenReviews {

    public static final String PASSWORD = "Long-Enough-2026!";

    private static final AtomicInteger NEXT = new AtomicInteger(880_000);

    private final Registered registered;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;
    private final AuthorizationService authorizations;

    OpenReviews(
            Registered registered,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities,
            AuthorizationService authorizations) {
        this.registered = registered;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
        this.authorizations = authorizations;
    }

    /** A task of the group, about an application without a process of its own: enough to see and claim it. */
    public String task(String group) {
        Applicant applicant = Applicant.number(NEXT.getAndIncrement());
        return task(group, registered.application(applicant, "JD_MALL").toString());
    }

    /** A task of the group, about an application. */
    public String task(String group, String application) {
        String review = runtime.createProcessInstanceByKey(ReviewByPeople.KEY)
                .businessKey(application)
                .setVariables(Map.of(
                        "reviewGroup",
                        group,
                        "secondReviewGroup",
                        "none",
                        "sampleShare",
                        0,
                        "reviewPriority",
                        50,
                        "reviewDue",
                        "P1D"))
                .execute()
                .getId();
        return tasks.createTaskQuery().processInstanceId(review).singleResult().getId();
    }

    /** The only open task about an application that is in progress. */
    String taskOf(String application) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(application)
                .singleResult()
                .getId();
    }

    /** Sends the case to a second person once the first has approved. */
    void drawsForTheSample(String review) {
        runtime.setVariable(review, "sampleShare", 100);
    }

    void handBack(String task) {
        tasks.setAssignee(task, null);
    }

    void cancel(String review) {
        runtime.deleteProcessInstance(review, "a test");
    }

    boolean isOpen(String task) {
        return tasks.createTaskQuery().taskId(task).count() == 1;
    }

    String assignee(String task) {
        return String.valueOf(
                tasks.createTaskQuery().taskId(task).singleResult().getAssignee());
    }

    public String reviewOf(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    void raise(String task, int priority) {
        tasks.setPriority(task, priority);
    }

    /** A group with another name, created as an administrator does, with the grants of the existing groups. */
    void group(String id) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            identities.saveGroup(identities.newGroup(id));
            grant(id, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(
                    id,
                    Resources.PROCESS_DEFINITION,
                    ReviewByPeople.KEY,
                    Permissions.READ_TASK,
                    Permissions.TASK_WORK,
                    Permissions.TASK_ASSIGN);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    /** Makes the user a member of the group; the user is created if needed. */
    public void person(String id, String group) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            User user = identities.newUser(id);
            user.setPassword(PASSWORD);
            identities.saveUser(user);
        }
        if (identities.createGroupQuery().groupId(group).groupMember(id).count() == 0) {
            identities.createMembership(id, group);
        }
    }

    public void leaves(String person, String group) {
        identities.deleteMembership(person, group);
    }

    void isDeleted(String person) {
        identities.deleteUser(person);
    }

    public WebApp loggedIn(int port, String user) {
        WebApp tasklist = WebApp.open(port);
        if (tasklist.login(user, PASSWORD).status() != 200) {
            throw new IllegalStateException("cannot log in: " + user);
        }
        return tasklist;
    }
}
