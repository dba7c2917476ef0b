package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.appeal.process.Appeal;
import io.realname.appeal.process.ObjectToAppeal;
import io.realname.application.Application;
import io.realname.application.ApplicationProcess;
import io.realname.application.Outcome;
import io.realname.association.process.AssociateVerifiedAccount;
import io.realname.desk.process.ReviewByPeople;
import io.realname.enterprise.process.EnterpriseVerification;
import io.realname.newuser.process.NewUserVerification;
import io.realname.process.evidence.ReviewDocuments;
import io.realname.process.mobile.ConfirmMobile;
import io.realname.sandbox.Inbox;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricActivityInstanceEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;

/**
 * One application on its way: what the applicant does goes through the port that the doors use, what the job executor
 * would do is done one job at a time. Waits for nothing; a timer fires when its job is run.
 */
public final class ProcessRun {

    private final ProcessRuns runs;
    private final UUID id;
    private Applicant applicant;

    public ProcessRun(ProcessRuns runs, UUID id, Applicant applicant) {
        this.runs = runs;
        this.id = id;
        this.applicant = applicant;
    }

    public UUID id() {
        return id;
    }

    public Applicant applicant() {
        return applicant;
    }

    // What the applicant does

    /** The code that came last. */
    public ProcessRun enterCode() {
        return enterCode(lastCode());
    }

    public ProcessRun enterWrongCode() {
        return enterCode(lastCode().equals("000000") ? "111111" : "000000");
    }

    public ProcessRun enterCode(String code) {
        return act((door, application) -> door.submitMobileCode(application, code));
    }

    public ProcessRun requestCode() {
        return act(ApplicationProcess::requestMobileCode);
    }

    /** @param corrected the same person with another card or number */
    public ProcessRun correctCard(Applicant corrected) {
        applicant = corrected;
        return correctCard(corrected.bankCard());
    }

    public ProcessRun correctCard(ObjectNode bankCard) {
        return act((door, application) -> door.submitBankCard(application, bankCard.toString()));
    }

    /** @param amount in yuan, that came in on the enterprise's account */
    public ProcessRun stateAmount(String amount) {
        return act((door, application) -> door.submitAmount(application, amount));
    }

    public ProcessRun withdraw() {
        return act(ApplicationProcess::withdraw);
    }

    private ProcessRun act(BiConsumer<ApplicationProcess, UUID> action) {
        runs.asClient(door -> {
            action.accept(door, id);
            return id;
        });
        return this;
    }

    // What the job executor does

    /** Runs the one job at an element, timers included, due or not. */
    public ProcessRun execute(String element) {
        runs.engine().getManagementService().executeJob(jobAt(element).getId());
        return this;
    }

    /** Runs the job at an element and expects it to fail. */
    public ProcessRun executeInVain(String element) {
        Throwable failure = catchThrowable(() -> execute(element));
        assertThat(failure).as("the job at %s", element).isNotNull();
        return this;
    }

    /** An operator, after whatever was in the way is mended. */
    public ProcessRun retry(String element) {
        runs.engine().getManagementService().setJobRetries(jobAt(element).getId(), 1);
        return execute(element);
    }

    // Ways that many tests go

    public ProcessRun confirmMobile() {
        return execute("SendMobileCode").enterCode();
    }

    /** Asks the bank and goes on with its answer. */
    public ProcessRun checkCard() {
        return execute("CheckBankCard");
    }

    // How time passes for what is stored

    public ProcessRun resendMayBeAsked() {
        return sql("update mobile_code set created_at = created_at - interval '61 seconds' where application = ?");
    }

    public ProcessRun codeExpires() {
        return sql("update mobile_code set expires_at = now() - interval '1 second' where application = ?");
    }

    public ProcessRun dayPasses() {
        return sql("""
                update bank_card_check set reserved_at = reserved_at - interval '25 hours', sent_at = sent_at - interval '25 hours'
                where application = ?
                """);
    }

    public ProcessRun sql(String statement) {
        assertThat(runs.jdbc().sql(statement).param(id).update()).isPositive();
        return this;
    }

    // What is there to see

    /** The application's own process, whatever its kind; running or ended. */
    ProcessInstance process() {
        return recorded(instances().rootProcessInstances());
    }

    /** The new-user verification itself, running or ended. */
    public ProcessInstance verification() {
        return instance(NewUserVerification.KEY);
    }

    /** The association itself, running or ended. */
    public ProcessInstance association() {
        return instance(AssociateVerifiedAccount.KEY);
    }

    /** The confirmation of a mobile number, the last one if there were several. */
    public ProcessInstance confirmation() {
        return instance(ConfirmMobile.KEY);
    }

    public ProcessInstance appeal() {
        return instance(Appeal.KEY);
    }

    public ProcessInstance enterprise() {
        return instance(EnterpriseVerification.KEY);
    }

    public ProcessInstance objection() {
        return instance(ObjectToAppeal.KEY);
    }

    /** The review of the documents of a new user. */
    public ProcessInstance documents() {
        return instance(ReviewDocuments.KEY);
    }

    /** The review by people, the last one if there were several. */
    public ProcessInstance review() {
        return instance(ReviewByPeople.KEY);
    }

    public Application application() {
        return runs.applications().find(id, ProcessRuns.CLIENT).orElseThrow();
    }

    public Outcome outcome() {
        Outcome outcome = application().outcome();
        assertThat(outcome).as("outcome").isNotNull();
        return outcome;
    }

    /** The job that waits at an element; there must be one and no more. */
    public Job jobAt(String element) {
        // One instance at a time: the engine's SQL for several instances and an activity is not valid.
        List<Job> jobs = running().stream()
                .flatMap(instance -> runs
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
    public List<String> incidents() {
        return running().stream()
                .flatMap(instance ->
                        runs
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

    public List<Inbox.Message> messages() {
        return runs.sandbox().inbox().messages(applicant.mobile());
    }

    public String lastCode() {
        return messages().get(0).code();
    }

    /** The labels of the steps that the application took, in all its instances. */
    public List<String> passed() {
        return inOrder(instances().list().stream()
                        .flatMap(instance -> runs
                                .engine()
                                .getHistoryService()
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream()))
                .stream()
                .map(HistoricActivityInstance::getActivityName)
                .filter(label -> label != null && !label.isEmpty())
                .toList();
    }

    /**
     * The way of one instance.
     *
     * @param name of its process
     * @param xml its diagram
     * @param passed the ids of the elements that it took, in order
     * @param stands those where it waits now
     */
    public record Way(String name, String xml, List<String> passed, List<String> stands) {}

    /** The ways of all its instances, the first one first. */
    public List<Way> ways() {
        return instances().orderByProcessInstanceStartTime().asc().list().stream()
                .map(this::way)
                .toList();
    }

    private Way way(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> steps = inOrder(runs
                .engine()
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .stream());
        RepositoryService repository = runs.engine().getRepositoryService();
        return new Way(
                instance.getProcessDefinitionName(),
                Bpmn.convertToString(repository.getBpmnModelInstance(instance.getProcessDefinitionId())),
                steps.stream().map(HistoricActivityInstance::getActivityId).toList(),
                steps.stream()
                        .filter(step -> step.getEndTime() == null)
                        .map(HistoricActivityInstance::getActivityId)
                        .toList());
    }

    private static List<HistoricActivityInstance> inOrder(Stream<HistoricActivityInstance> steps) {
        return steps.sorted(Comparator.comparing(HistoricActivityInstance::getStartTime)
                        .thenComparing(step -> ((HistoricActivityInstanceEntity) step).getSequenceCounter()))
                .toList();
    }

    /** The instances of the application that have not ended. */
    public Set<String> running() {
        return runs
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
        return recorded(instances().processDefinitionKey(process));
    }

    private HistoricProcessInstanceQuery instances() {
        return runs.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString());
    }

    private static ProcessInstance recorded(HistoricProcessInstanceQuery query) {
        List<HistoricProcessInstance> instances =
                query.orderByProcessInstanceStartTime().desc().list();
        assertThat(instances).isNotEmpty();
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
