package io.realname.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Client.Reply;
import io.realname.app.EngineDoor;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Reviewers log in, claim and decide over HTTP, as in Tasklist. */
@TestComponent
public final class ReviewDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TASKS = "/camunda/api/engine/engine/default/task/";

    private final Walk walk;
    private final OpenReviews people;
    private final TaskService tasks;
    private final ThoroughLook look;

    ReviewDesk(Walk walk, OpenReviews people, TaskService tasks, ThoroughLook look) {
        this.look = look;
        this.walk = walk;
        this.people = people;
        this.tasks = tasks;
    }

    /** A member of the group, logged in; the user is created if needed. */
    public WebApp reviewer(String login, String group) {
        people.person(login, group);
        return people.loggedIn(walk.port(), login);
    }

    /** The open tasks about an application. */
    public List<Task> tasks(String application) {
        return tasks.createTaskQuery().processInstanceBusinessKey(application).list();
    }

    public String task(String application) {
        List<Task> open = tasks(application);
        assertThat(open).hasSize(1);
        return open.get(0).getId();
    }

    public Reply claim(WebApp reviewer, String login, String task) {
        return reviewer.post(
                TASKS + task + "/claim",
                JSON.createObjectNode().put("userId", login).toString());
    }

    /** @param ballot of {@code decision}, {@code reason}, {@code note} and {@code answer} */
    public Reply complete(WebApp reviewer, String task, Map<String, String> ballot) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        ballot.forEach((name, value) -> variables.set(name, EngineDoor.variable("String", value)));
        return reviewer.post(TASKS + task + "/complete", body.toString());
    }

    /** As {@link #decide}, once the application has a task. */
    public void decideWhenThere(String login, String group, String application, Map<String, String> ballot) {
        await().atMost(Duration.ofSeconds(20)).until(() -> tasks(application).size() == 1);
        decide(login, group, application, ballot);
    }

    /** Claims and decides the application's only open task. An approver has opened and compared everything before. */
    public void decide(String login, String group, String application, Map<String, String> ballot) {
        WebApp reviewer = reviewer(login, group);
        String task = task(application);
        assertThat(claim(reviewer, login, task).status()).isEqualTo(204);
        if ("APPROVE".equals(ballot.get("decision"))) {
            look.at(UUID.fromString(application), login);
        }
        assertThat(complete(reviewer, task, ballot).status()).isEqualTo(204);
    }
}
