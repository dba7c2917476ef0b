package io.realname.process.evidence;

import static io.realname.process.Cases.DOCUMENT;
import static io.realname.process.Cases.ELSEWHERE;
import static io.realname.process.Cases.HOME;
import static io.realname.process.Cases.everythingWithCertificate;
import static io.realname.process.Reviewers.ANNA;
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
import io.realname.process.ProcessTest;
import io.realname.process.Reviewers;
import io.realname.process.Walk;
import io.realname.process.Walks;
import io.realname.trail.TrailAudit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One passport number under two countries: nothing is decided by itself, and never by one person. */
@ProcessTest
class PassportsOfTwoCountriesTest {

    private static final String EMMA = "reviewemma";

    @Autowired
    private Walks walks;

    @Autowired
    private Cases cases;

    @Autowired
    private EnterpriseCases enterprises;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private TrailAudit audit;

    @BeforeEach
    void refresh() {
        walks.refresh();
        reviewers.comeToWork();
        reviewers.engage(EMMA, "enterprise-review");
    }

    @Test
    void boundUnderAnotherCountryTwoPeopleDecide() {
        verified(8500, "FRA");
        Walk walk = cases.addEvidence(cases.withPassport(walks.somebody(), 8500, "DEU"), DOCUMENT);

        reviewers.approve(walk, ANNA);

        assertThat(walk.documents()).isWaitingAt("ReviewByPeople");
        assertThat(cases.binding(walk.applicant())).as("by one person").isEmpty();
        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
        reviewers.approve(walk, SENIOR);
        assertThat(walk.review()).hasPassed("DecidedByTwo").isEnded();
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
        assertThat(audit.of(walk.id())).isEmpty();
    }

    @Test
    void underApplicationUnderAnotherCountryTwoPeopleDecide() {
        cases.stating(walks.somebody(), Cases.passport(8501, "FRA"));
        Walk walk = cases.addEvidence(cases.withPassport(walks.somebody(), 8501, "DEU"), DOCUMENT);

        reviewers.approve(walk, ANNA);

        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
    }

    /** The one who was there first is looked at twice too, if the other came before the review. */
    @Test
    void bothAreLookedAtTwice() {
        Walk first = cases.withPassport(walks.somebody(), 8502, "FRA");
        cases.stating(walks.somebody(), Cases.passport(8502, "DEU"));

        reviewers.approve(cases.addEvidence(first, DOCUMENT), ANNA);

        assertThat(reviewers.offeredTo(first)).containsExactly(SENIOR_REVIEW);
    }

    @Test
    void onePersonDecidesOnceTheOtherHasGivenUp() {
        cases.stating(walks.somebody(), Cases.passport(8503, "FRA")).withdraw();
        Walk walk = cases.addEvidence(cases.withPassport(walks.somebody(), 8503, "DEU"), DOCUMENT);

        reviewers.approve(walk, ANNA);

        assertThat(walk.review()).hasPassed("ApprovedByOne").isEnded();
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    @Test
    void otherDocumentsWithTheSameDigitsAreNoPassports() {
        cases.stating(walks.somebody(), Cases.passport(0, "FRA").put("number", TestPeople.hkMacauPermit(8504)));
        Walk walk = cases.stating(
                        walks.somebody(),
                        Cases.passport(0, "FRA")
                                .put("type", "HK_MACAU_PERMIT")
                                .put("number", TestPeople.hkMacauPermit(8504)))
                .confirmMobile();

        reviewers.approve(cases.addEvidence(walk, DOCUMENT), ANNA);

        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    @Test
    void anAppealIsDecidedByTwo() {
        Applicant holder = verified(8505, "FRA").applicant();
        cases.stating(walks.somebody(), Cases.passport(8505, "DEU"));
        AppealForm form = AppealForm.of(cases.rightful(holder), AppealReason.NEVER_VERIFIED)
                .stating(Cases.passport(8505, "FRA"));

        Walk walk = cases.appeal(form, ELSEWHERE, DOCUMENT);
        reviewers.approve(walk, ANNA);

        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
        assertThat(audit.of(walk.id())).isEmpty();
    }

    /** It says nothing of its passport: what it takes up does. */
    @Test
    void anAppealThatFollowsAnApplicationIsDecidedByTwoToo() {
        Applicant holder = verified(8506, "FRA").applicant();
        Walk occupied = cases.stating(cases.rightful(holder), Cases.passport(8506, "FRA"));
        assertThat(occupied.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);
        cases.stating(walks.somebody(), Cases.passport(8506, "DEU"));

        Walk walk = cases.appeal(
                AppealForm.of(occupied.applicant(), AppealReason.NOT_MY_OPERATION)
                        .following(occupied.id()),
                HOME,
                everythingWithCertificate());
        reviewers.approve(walk, ANNA);

        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
    }

    @Test
    void anEnterpriseIsDecidedByTwo() {
        verified(8507, "FRA");
        Applicant founder = enterprises.founder();
        ObjectNode form = enterprises.of(founder).actedForBy(founder);
        form.withObject("/authorisedPerson").set("document", Cases.passport(8507, "DEU"));

        Walk walk = enterprises.apply(founder, form, EnterpriseCases.ALL);
        walk.run("CheckLicence").run("CheckLicence");
        reviewers.approve(walk, EMMA);

        assertThat(walk.enterprise()).isWaitingAt("ReviewEnterprise");
        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
        assertThat(audit.of(walk.id())).isEmpty();
    }

    private Walk verified(int passport, String country) {
        Walk walk = cases.addEvidence(cases.withPassport(walks.somebody(), passport, country), DOCUMENT);
        reviewers.approve(walk, ANNA);
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
        return walk;
    }
}
