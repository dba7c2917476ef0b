package io.realname.scenario;

import static org.junit.jupiter.api.Named.named;

import io.realname.diagram.EditsOfAnalystsTest;
import io.realname.diagram.OwnModels;
import io.realname.diagram.model.ModelFile;
import io.realname.process.ProcessTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What an analyst may change is in force for the next application, without a restart, and does what it should. */
@ProcessTest
class EditsAreLiveTest {

    private static final OwnModels OWN = OwnModels.read();

    @Autowired
    private ApplicationContext app;

    @Autowired
    private RepositoryService repository;

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of(
                        named(
                                "a deadline of 20 minutes",
                                OWN.with("confirm-mobile.bpmn", "PT30M", "PT20M")
                                        .with("confirm-mobile.bpmn", "30 minutes", "20 minutes")),
                        List.of(
                                "The applicant applies.",
                                "Nothing happens within 19 minutes.",
                                "20 minutes pass.",
                                "The outcome is EXPIRED.")),
                Arguments.of(
                        named("a bank less", OWN.with("supported-banks.dmn", "\"ICBC\", ", "")),
                        List.of("The applicant applies.", "The outcome is BANK_NOT_SUPPORTED.")),
                Arguments.of(
                        named("two wrong cards instead of three", OWN.with("attempt-limits.dmn", "&gt;= 3", "&gt;= 2")),
                        List.of(
                                "The applicant applies.",
                                "The applicant types the right code.",
                                "The bank says \"mismatch\".",
                                "The applicant corrects the card.",
                                "The bank says \"mismatch\".",
                                "The outcome is CARD_DETAILS_MISMATCH.",
                                "The bank was asked 2 times.")),
                Arguments.of(
                        named("a second reviewer for documents", OWN.with("document-routing.dmn", """
                                <outputEntry id="Otherwise-secondReviewGroup">
                                          <text>"none"</text>""", """
                                <outputEntry id="Otherwise-secondReviewGroup">
                                          <text>"senior-review"</text>""")),
                        List.of(
                                "The applicant applies with a passport.",
                                "The applicant types the right code.",
                                "The applicant adds the evidence.",
                                "A reviewer approves.",
                                "A second reviewer approves.",
                                "The outcome is VERIFIED.")),
                Arguments.of(
                        named(
                                "five days to object",
                                OWN.with("appeal.bpmn", ">P3D<", ">P5D<")
                                        .with("appeal.bpmn", "\"3 days\"", "\"5 days\"")),
                        List.of(
                                "The applicant appeals because of NEVER_VERIFIED.",
                                "A reviewer approves.",
                                "Nothing happens within 4 days.",
                                "5 days pass.",
                                "The outcome is APPEAL_APPROVED.")),
                Arguments.of(
                        named("a reminder after ten minutes", EditsOfAnalystsTest.withReminder("sendMobileCode")),
                        List.of(
                                "The applicant applies.",
                                "1 SMS was sent.",
                                "10 minutes pass.",
                                "2 SMS were sent.",
                                "The applicant types the right code.",
                                "The bank says \"match\".",
                                "The outcome is VERIFIED.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void nextApplicationGoesTheNewWay(OwnModels edited, List<String> sentences) {
        deploy(edited);

        Sentences.in(app).play(new Scenario(Path.of("edits.md"), "After the edit", sentences));
    }

    @AfterEach
    void ownAgain() {
        deploy(OWN);
    }

    private void deploy(OwnModels models) {
        DeploymentBuilder deployment = repository.createDeployment().name("an analyst's edit");
        for (ModelFile file : models.files()) {
            deployment.addString(file.name(), new String(file.bytes(), StandardCharsets.UTF_8));
        }
        deployment.deploy();
    }
}
