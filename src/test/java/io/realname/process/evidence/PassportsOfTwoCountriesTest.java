package io.realname.process.evidence;

import static io.realname.process.Cases.DOCUMENT;
import static io.realname.process.Cases.ELSEWHERE;
import static io.realname.process.Cases.HOME;
import static io.realname.process.Cases.everythingWithCertificate;
import static io.realname.process.Reviewers.ANNA;
import static io.realname.process.Reviewers.EMMA;
import static io.realname.process.Reviewers.SENIOR;
import static io.realname.process.Reviewers.SENIOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.appeal.AppealReason;
import io.realname.application.OutcomeCode;
import io.realname.enterprise.process.EnterpriseCases;
import io.realname.people.TestPeople;
import io.realname.process.AppealForm;
import io.realname.process.Cases;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Reviewers;
import io.realname.trail.TrailAudit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One passport number under two countries: nothing is decided by itself, and never by one person. */
@ProcessTest
class PassportsOfTwoCountriesTest {

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private Cases cases;

    @Autowired
    private EnterpriseCases enterprises;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private TrailAudit audit;

    @Test
    void boundUnderAnotherCountryTwoPeopleDecide() {
        verified(8500, "FRA");
        ProcessRun run = cases.addEvidence(cases.withPassport(runs.somebody(), 8500, "DEU"), DOCUMENT);

        reviewers.approve(run, ANNA);

        assertThat(run.documents()).isWaitingAt("ReviewByPeople");
        assertThat(cases.binding(run.applicant())).as("by one person").isEmpty();
        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
        reviewers.approve(run, SENIOR);
        assertThat(run.review()).hasPassed("DecidedByTwo").isEnded();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
        assertThat(audit.of(run.id())).isEmpty();
    }

    @Test
    void underApplicationUnderAnotherCountryTwoPeopleDecide() {
        cases.stating(runs.somebody(), Cases.passport(8501, "FRA"));
        ProcessRun run = cases.addEvidence(cases.withPassport(runs.somebody(), 8501, "DEU"), DOCUMENT);

        reviewers.approve(run, ANNA);

        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
    }

    /** The one who was there first is looked at twice too, if the other came before the review. */
    @Test
    void bothAreLookedAtTwice() {
        ProcessRun first = cases.withPassport(runs.somebody(), 8502, "FRA");
        cases.stating(runs.somebody(), Cases.passport(8502, "DEU"));

        reviewers.approve(cases.addEvidence(first, DOCUMENT), ANNA);

        assertThat(reviewers.offeredTo(first)).containsExactly(SENIOR_REVIEW);
    }

    @Test
    void onePersonDecidesOnceTheOtherHasGivenUp() {
        cases.stating(runs.somebody(), Cases.passport(8503, "FRA")).withdraw();
        ProcessRun run = cases.addEvidence(cases.withPassport(runs.somebody(), 8503, "DEU"), DOCUMENT);

        reviewers.approve(run, ANNA);

        assertThat(run.review()).hasPassed("ApprovedByOne").isEnded();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    @Test
    void otherDocumentsWithTheSameDigitsAreNoPassports() {
        cases.stating(runs.somebody(), Cases.passport(0, "FRA").put("number", TestPeople.hkMacauPermit(8504)));
        ProcessRun run = cases.stating(
                        runs.somebody(),
                        Cases.passport(0, "FRA")
                                .put("type", "HK_MACAU_PERMIT")
                                .put("number", TestPeople.hkMacauPermit(8504)))
                .confirmMobile();

        reviewers.approve(cases.addEvidence(run, DOCUMENT), ANNA);

        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    @Test
    void anAppealIsDecidedByTwo() {
        Applicant holder = verified(8505, "FRA").applicant();
        cases.stating(runs.somebody(), Cases.passport(8505, "DEU"));
        AppealForm form = AppealForm.of(cases.rightful(holder), AppealReason.NEVER_VERIFIED)
                .stating(Cases.passport(8505, "FRA"));

        ProcessRun run = cases.appeal(form, ELSEWHERE, DOCUMENT);
        reviewers.approve(run, ANNA);

        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
        assertThat(audit.of(run.id())).isEmpty();
    }

    /** It says nothing of its passport: what it takes up does. */
    @Test
    void anAppealThatFollowsAnApplicationIsDecidedByTwoToo() {
        Applicant holder = verified(8506, "FRA").applicant();
        ProcessRun occupied = cases.stating(cases.rightful(holder), Cases.passport(8506, "FRA"));
        assertThat(occupied.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);
        cases.stating(runs.somebody(), Cases.passport(8506, "DEU"));

        ProcessRun run = cases.appeal(
                AppealForm.of(occupied.applicant(), AppealReason.NOT_MY_OPERATION)
                        .following(occupied.id()),
                HOME,
                everythingWithCertificate());
        reviewers.approve(run, ANNA);

        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
    }

    @Test
    void anEnterpriseIsDecidedByTwo() {
        verified(8507, "FRA");
        Applicant founder = enterprises.founder();
        ObjectNode form = enterprises.of(founder).actedForBy(founder);
        form.withObject("/authorisedPerson").set("document", Cases.passport(8507, "DEU"));

        ProcessRun run = enterprises.apply(founder, form, EnterpriseCases.ALL);
        run.execute("CheckLicence");
        reviewers.approve(run, EMMA);

        assertThat(run.enterprise()).isWaitingAt("ReviewEnterprise");
        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
        assertThat(audit.of(run.id())).isEmpty();
    }

    private ProcessRun verified(int passport, String country) {
        ProcessRun run = cases.addEvidence(cases.withPassport(runs.somebody(), passport, country), DOCUMENT);
        reviewers.approve(run, ANNA);
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
        return run;
    }
}
