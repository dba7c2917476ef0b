package io.realname.process;

import io.realname.desk.ThoroughLook;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** The people who review: they claim and complete as the web apps do it for them, with the engine's own checks. */
public class Reviewers {

    public static final String APPEAL_REVIEW = "appeal-review";
    public static final String SENIOR_REVIEW = "senior-review";
    public static final String ENTERPRISE_REVIEW = "enterprise-review";

    public static final String ANNA = "reviewanna";
    public static final String BEN = "reviewben";
    public static final String SENIOR = "reviewsenior";
    public static final String EMMA = "reviewemma";

    private final ProcessEngine engine;
    private final ThoroughLook look;

    Reviewers(ProcessEngine engine, ThoroughLook look) {
        this.engine = engine;
        this.look = look;
    }

    /** Whoever is missing is engaged. */
    public void comeToWork() {
        engage(ANNA, APPEAL_REVIEW);
        engage(BEN, APPEAL_REVIEW);
        engage(SENIOR, SENIOR_REVIEW);
        engage(EMMA, ENTERPRISE_REVIEW);
    }

    public void engage(String login, String group) {
        var identities = engine.getIdentityService();
        if (identities.createUserQuery().userId(login).count() == 0) {
            var user = identities.newUser(login);
            user.setPassword("Never-used-2026");
            ((IdentityServiceImpl) identities).saveUser(user, true);
            identities.createMembership(login, group);
        }
    }

    public void dismiss(String login) {
        engine.getIdentityService().deleteUser(login);
    }

    public void join(String login, String group) {
        engine.getIdentityService().createMembership(login, group);
    }

    public void leave(String login, String group) {
        engine.getIdentityService().deleteMembership(login, group);
    }

    /** The one task that is open in an application's review. */
    public Task task(ProcessRun run) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(run.id().toString())
                .singleResult();
    }

    public boolean hasTask(ProcessRun run) {
        return engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(run.id().toString())
                        .count()
                > 0;
    }

    /** The groups to which the open task is offered. */
    public List<String> offeredTo(ProcessRun run) {
        return engine.getTaskService().getIdentityLinksForTask(task(run).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
    }

    public ProcessRun claim(ProcessRun run, String login) {
        String task = task(run).getId();
        as(login, () -> {
            engine.getTaskService().claim(task, login);
            return run;
        });
        return run;
    }

    public ProcessRun unclaim(ProcessRun run, String login) {
        String task = task(run).getId();
        as(login, () -> {
            engine.getTaskService().setAssignee(task, null);
            return run;
        });
        return run;
    }

    /** Completes the open task, as it is. Who approves has opened and compared everything before. */
    public ProcessRun complete(ProcessRun run, String login, Map<String, String> ballot) {
        return completeTask(run, login, task(run).getId(), ballot);
    }

    public ProcessRun completeTask(ProcessRun run, String login, String task, Map<String, String> ballot) {
        if ("APPROVE".equals(ballot.get("decision"))) {
            look.at(run.id(), login);
        }
        return completeAtOnce(run, login, task, ballot);
    }

    /** As {@link #completeTask}, by somebody who has looked at nothing. */
    public ProcessRun completeAtOnce(ProcessRun run, String login, String task, Map<String, String> ballot) {
        return completeWith(run, login, task, transientOnes(ballot));
    }

    public ProcessRun completeWith(ProcessRun run, String login, String task, VariableMap variables) {
        return as(login, () -> {
            engine.getTaskService().complete(task, variables);
            return run;
        });
    }

    /** As the form of Tasklist sends it. */
    public ProcessRun submitForm(ProcessRun run, String login, Map<String, String> ballot) {
        String task = task(run).getId();
        if ("APPROVE".equals(ballot.get("decision"))) {
            look.at(run.id(), login);
        }
        return as(login, () -> {
            engine.getFormService().submitTaskForm(task, transientOnes(ballot));
            return run;
        });
    }

    public ProcessRun approve(ProcessRun run, String login) {
        return complete(claim(run, login), login, Map.of("decision", "APPROVE"));
    }

    public ProcessRun reject(ProcessRun run, String login, String reason) {
        return complete(claim(run, login), login, Map.of("decision", "REJECT", "reason", reason));
    }

    /** @param answer what the applicant is to add */
    public ProcessRun ask(ProcessRun run, String login, String answer) {
        return complete(claim(run, login), login, Map.of("decision", "ASK", "answer", answer));
    }

    private static VariableMap transientOnes(Map<String, String> ballot) {
        VariableMap variables = Variables.createVariables();
        ballot.forEach((name, value) -> variables.putValueTyped(name, Variables.stringValue(value, true)));
        return variables;
    }

    private <T> T as(String login, Supplier<T> work) {
        var identities = engine.getIdentityService();
        List<String> groups = identities.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(login, groups);
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
