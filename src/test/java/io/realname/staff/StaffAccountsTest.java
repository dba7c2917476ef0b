package io.realname.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.AtOnce;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.doors.WebApp;
import io.realname.staff.process.StaffAccounts;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who of the people at an identity provider becomes which user here. Single sign-on itself is off in this app. */
@RealnameTest
class StaffAccountsTest {

    private static final String PROVIDER = "https://login.example.com";

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private IdentityService identities;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private Walk walk;

    @Test
    void aUserIsMadeWithTheGroupsThatExist() {
        assertThat(accounts.admit(person("s9770", "one9770", "appeal-review", "analysts", "no-such-group", "clients")))
                .isEqualTo(new Admission.Admitted("one9770"));

        assertThat(groups("one9770")).containsExactlyInAnyOrder("appeal-review", "analysts");
    }

    /** In an emergency single sign-on is off, and people have no password. */
    @Test
    void nobodyKnowsAPasswordOfTheirs() {
        accounts.admit(person("s9771", "two9771", "appeal-review"));

        for (String password : List.of("", "null", "two9771", OpenReviews.PASSWORD)) {
            assertThat(WebApp.open(walk.port()).login("two9771", password).status())
                    .as(password)
                    .isEqualTo(401);
        }
    }

    @Test
    void whoeverIsGivenAFormerNameIsNotThatPerson() {
        accounts.admit(person("s9772", "three9772", "appeal-review"));

        assertThat(accounts.admit(person("s9773", "three9772", "appeal-review")))
                .isEqualTo(new Admission.Refused(LoginProblem.LOGIN_TAKEN));
        assertThat(accounts.admit(new StaffMember(
                        "https://other.example.com", "s9772", "three9772", null, null, Set.of("appeal-review"))))
                .as("the same subject of another provider")
                .isEqualTo(new Admission.Refused(LoginProblem.LOGIN_TAKEN));

        identities.deleteUser("three9772");
        assertThat(accounts.admit(person("s9773", "three9772", "senior-review")))
                .as("once an administrator has removed the user")
                .isEqualTo(new Admission.Admitted("three9772"));
        assertThat(groups("three9772")).containsExactly("senior-review");
        assertThat(accounts.admit(person("s9772", "three9772", "appeal-review")))
                .isEqualTo(new Admission.Refused(LoginProblem.LOGIN_TAKEN));
    }

    @Test
    void aUserWithAPasswordIsNobodyAtTheProvider() {
        reviews.person("four9774", "appeal-review");

        assertThat(accounts.admit(person("s9774", "four9774", "camunda-admin")))
                .isEqualTo(new Admission.Refused(LoginProblem.LOGIN_TAKEN));
        assertThat(groups("four9774")).containsExactly("appeal-review");
    }

    @Test
    void firstLoginsAtTheSameTimeMakeOneUser() {
        List<Admission> admissions = AtOnce.times(4, n -> accounts.admit(person("s9775", "five9775", "appeal-review")));

        assertThat(admissions).hasSize(4).containsOnly(new Admission.Admitted("five9775"));
    }

    private static StaffMember person(String subject, String login, String... groups) {
        return new StaffMember(PROVIDER, subject, login, null, null, Set.of(groups));
    }

    private List<String> groups(String login) {
        return identities.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
    }
}
