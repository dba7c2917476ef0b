package io.realname.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Company;
import io.realname.app.Multipart;
import io.realname.app.Walk;
import io.realname.desk.ReviewDesk;
import io.realname.people.TestEnterprises;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise application whose payment was made, and whose answer came too late: it waits for an operator.
 *
 * @param id of the application
 */
public record LostPaymentCase(String id, Applicant holder, Company company) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String ANSWER_COMES_TOO_LATE = "0003";

    /** @param n an enterprise that no other test has */
    public static LostPaymentCase of(
            Walk walk, ReviewDesk desk, RuntimeService runtime, ManagementService jobs, Applicant holder, int n) {
        walk.verified(walk.typed(), holder);
        Company company = Company.of(holder.account(), n)
                .withCorporateAccount(TestEnterprises.corporateAccount(n, ANSWER_COMES_TOO_LATE));
        Reply started = walk.mall()
                .upload(
                        "/api/v1/enterprise-verifications",
                        Appellant.pictures(
                                Multipart.empty()
                                        .json(
                                                "enterprise",
                                                company.application().toString()),
                                Company.ALL));
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
        String id = started.at("/id");
        desk.decideWhenThere("enterprisereviewer9550", "enterprise-review", id, Map.of("decision", "APPROVE"));
        LostPaymentCase lost = new LostPaymentCase(id, holder, company);
        await().atMost(PATIENCE).until(() -> lost.failedJob(runtime, jobs) != null);
        return lost;
    }

    @Nullable
    Job failedJob(RuntimeService runtime, ManagementService jobs) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id, "enterprise-verification")
                .singleResult();
        return jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("SendPayment")
                .noRetriesLeft()
                .singleResult();
    }
}
