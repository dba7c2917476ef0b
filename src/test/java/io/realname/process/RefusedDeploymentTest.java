package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.realname.diagram.OwnModels;
import io.realname.diagram.model.Finding;
import io.realname.process.deployment.RefusedDeploymentException;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever deploys, the engine takes no diagrams that break a rule; those of the application have passed. */
@ProcessTest
class RefusedDeploymentTest {

    private static final OwnModels OWN = OwnModels.read();

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identities;

    @Test
    void brokenRuleRefusesTheDeploymentAsAWhole() {
        long before = repository.createDeploymentQuery().count();
        RefusedDeploymentException refused = refused(OWN.with(
                        "new-user-verification.bpmn",
                        "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${checkBankCard}\"",
                        "camunda:delegateExpression=\"${checkBankCard}\"")
                .with("confirm-mobile.bpmn", "PT30M", "PT30X"));
        assertThat(refused)
                .hasMessageContaining("The deployment is refused:\n")
                .hasMessageContaining(
                        "bpmn/new-user-verification.bpmn: New-user verification, \"Check bank card\": this step must be"
                                + " asynchronous before, otherwise a crash could bill twice.");
        assertThat(refused.faults())
                .extracting(Finding::file)
                .containsExactly("bpmn/confirm-mobile.bpmn", "bpmn/new-user-verification.bpmn");
        assertThat(refused.getResorceReports())
                .extracting(ResourceReport::getResourceName)
                .containsExactly("bpmn/confirm-mobile.bpmn", "bpmn/new-user-verification.bpmn");
        assertThat(refused.getResorceReports().get(1).getErrors())
                .extracting(Problem::getMainElementId)
                .containsExactly("CheckBankCard");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    /** A diagram calls the diagrams of its own deployment. */
    @Test
    void singleDiagramIsNoDeployment() {
        DeploymentBuilder one = repository.createDeployment().addString("appeal.bpmn", OWN.text("appeal.bpmn"));
        assertThat(catchThrowableOfType(RefusedDeploymentException.class, one::deploy))
                .hasMessageContaining("it calls the process review-by-people, which is not among the files");
    }

    /** The ids that running applications know; a user deploys, not the application. */
    @Test
    void renamedIdIsRefusedToUsers() {
        OwnModels renamed = OWN.withAll("new-user-verification.bpmn", "\"NextDay\"", "\"ADayLater\"");
        identities.setAuthentication("administrator", List.of("camunda-admin"));
        try {
            assertThat(refused(renamed)).hasMessageContaining("the id was NextDay and is now ADayLater");
        } finally {
            identities.clearAuthentication();
        }
    }

    private RefusedDeploymentException refused(OwnModels models) {
        DeploymentBuilder deployment = repository.createDeployment().name("refused");
        models.files().forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
        return catchThrowableOfType(RefusedDeploymentException.class, deployment::deploy);
    }
}
