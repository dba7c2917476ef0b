package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.application.Application;
import io.realname.application.ApplicationProcess;
import io.realname.application.Outcome;
import io.realname.sandbox.Inbox;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/**
 * One application on its way: what the applicant does goes through the port that the doors use, what the job executor
 * would do is done one job at a time. Waits for nothing; a timer fires when its job is run.
 */
final class Walk {

    private final Walks walks;
    private final UUID id;
    private Applicant applicant;

    Walk(Walks walks, UUID id, Applicant applicant) {
        this.walks = walks;
        this.id = id;
        this.applicant = applicant;
    }

    UUID id() {
        return id;
    }

    Applicant applicant() {
        return applicant;
    }

    // What the applicant does

    /** The code that came last. */
    Walk enterCode() {
        return enterCode(lastCode());
    }

    Walk enterWrongCode() {
        return enterCode(lastCode().equals("000000") ? "111111" : "000000");
    }

    Walk enterCode(String code) {
        return act((door, application) -> door.submitMobileCode(application, code));
    }

    Walk requestCode() {
        return act(ApplicationProcess::requestMobileCode);
    }

    /** @param corrected the same person with another card or number */
    Walk correctCard(Applicant corrected) {
        applicant = corrected;
        return correctCard(corrected.bankCard());
    }

    Walk correctCard(ObjectNode bankCard) {
        return act((door, application) -> door.submitBankCard(application, bankCard.toString()));
    }

    Walk withdraw() {
        return act(ApplicationProcess::withdraw);
    }

    private Walk act(BiConsumer<ApplicationProcess, UUID> action) {
        walks.asClient(door -> {
            action.accept(door, id);
            return id;
        });
        return this;
    }

    // What the job executor does

    /** Runs the one job at an element, timers included, due or not. */
    Walk run(String element) {
        walks.engine().getManagementService().executeJob(jobAt(element).getId());
        return this;
    }

    /** Runs the job at an element and expects it to fail. */
    Walk runInVain(String element) {
        Throwable failure = catchThrowable(() -> run(element));
        assertThat(failure).as("the job at %s", element).isNotNull();
        return this;
    }

    /** An operator, after whatever was in the way is mended. */
    Walk retry(String element) {
        walks.engine().getManagementService().setJobRetries(jobAt(element).getId(), 1);
        return run(element);
    }

    // Ways that many tests go

    Walk confirmMobile() {
        return run("SendMobileCode").enterCode();
    }

    /** Asks the bank, then goes on with its answer: two jobs, because the answer is stored in between. */
    Walk checkCard() {
        return run("CheckBankCard").run("CheckBankCard");
    }

    // How time passes for what is stored

    Walk resendMayBeAsked() {
        return sql("update mobile_code set created_at = created_at - interval '61 seconds' where application = ?");
    }

    Walk codeExpires() {
        return sql("update mobile_code set expires_at = now() - interval '1 second' where application = ?");
    }

    Walk dayPasses() {
        return sql("""
                update bank_card_check set reserved_at = reserved_at - interval '25 hours', sent_at = sent_at - interval '25 hours'
                where application = ?
                """);
    }

    Walk sql(String statement) {
        assertThat(walks.jdbc().sql(statement).param(id).update()).isPositive();
        return this;
    }

    // What is there to see

    /** The new-user verification itself, running or ended. */
    ProcessInstance verification() {
        return instance(NewUserVerification.KEY);
    }

    /** The association itself, running or ended. */
    ProcessInstance association() {
        return instance(AssociateVerifiedAccount.KEY);
    }

    /** The confirmation of a mobile number, the last one if there were several. */
    ProcessInstance confirmation() {
        return instance(ConfirmMobile.KEY);
    }

    ProcessInstance appeal() {
        return instance(Appeal.KEY);
    }

    ProcessInstance enterprise() {
        return instance(EnterpriseVerification.KEY);
    }

    ProcessInstance objection() {
        return instance(ObjectToAppeal.KEY);
    }

    /** The review of the documents of a new user. */
    ProcessInstance documents() {
        return instance(ReviewDocuments.KEY);
    }

    /** The review by people, the last one if there were several. */
    ProcessInstance review() {
        return instance(ReviewByPeople.KEY);
    }

    Application application() {
        return walks.applications().find(id, Walks.CLIENT).orElseThrow();
    }

    Outcome outcome() {
        Outcome outcome = application().outcome();
        assertThat(outcome).as("outcome").isNotNull();
        return outcome;
    }

    /** The job that waits at an element; there must be one and no more. */
    Job jobAt(String element) {
        // One instance at a time: the engine's SQL for several instances and an activity is not valid.
        List<Job> jobs = running().stream()
                .flatMap(instance -> walks
                        .engine()
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId(element)
                        .list()
                        .stream())
                .toList();
        assertThat(jobs).as("jobs at %s", element).hasSize(1);
        return jobs.get(0);
    }

    /** Elements at which an operator is needed. */
    List<String> incidents() {
        return running().stream()
                .flatMap(instance ->
                        walks
                                .engine()
                                .getRuntimeService()
                                .createIncidentQuery()
                                .processInstanceId(instance)
                                .list()
                                .stream())
                .map(Incident::getActivityId)
                .distinct()
                .toList();
    }

    List<Inbox.Message> messages() {
        return walks.sandbox().inbox().messages(applicant.mobile());
    }

    String lastCode() {
        return messages().get(0).code();
    }

    private Set<String> running() {
        return walks
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private ProcessInstance instance(String process) {
        List<HistoricProcessInstance> instances = walks.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .processDefinitionKey(process)
                .orderByProcessInstanceStartTime()
                .desc()
                .list();
        assertThat(instances).as("instances of %s", process).isNotEmpty();
        return new Recorded(instances.get(0));
    }

    /** An instance as the history has it: camunda-bpm-assert takes only what a start returns, which may be over by now. */
    private record Recorded(HistoricProcessInstance instance) implements ProcessInstance {

        @Override
        public String getId() {
            return instance.getId();
        }

        @Override
        public String getProcessInstanceId() {
            return instance.getId();
        }

        @Override
        public String getRootProcessInstanceId() {
            return instance.getRootProcessInstanceId();
        }

        @Override
        public String getProcessDefinitionId() {
            return instance.getProcessDefinitionId();
        }

        @Override
        public String getProcessDefinitionKey() {
            return instance.getProcessDefinitionKey();
        }

        @Override
        public String getBusinessKey() {
            return instance.getBusinessKey();
        }

        @Override
        public @Nullable String getCaseInstanceId() {
            return instance.getCaseInstanceId();
        }

        @Override
        public @Nullable String getTenantId() {
            return instance.getTenantId();
        }

        @Override
        public boolean isEnded() {
            return instance.getEndTime() != null;
        }

        @Override
        public boolean isSuspended() {
            return false;
        }
    }
}
