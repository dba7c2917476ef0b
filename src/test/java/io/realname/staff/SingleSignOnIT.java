package io.realname.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.diagram.OwnModels;
import io.realname.doors.Modeler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff log in to the web apps at their organisation's identity provider, which runs beside the app. */
@SingleSignOnApp
class SingleSignOnIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String ME = "/camunda/api/admin/auth/user/default";
    private static final String REVIEWERS = "/realname/reviewers";

    @Autowired
    private Walk walk;

    @Autowired
    private IdentityProvider provider;

    @Autowired
    private IdentityService identities;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private JdbcClient jdbc;

    private StaffBrowser browser;

    @BeforeEach
    void openBrowser() {
        provider.close();
        provider.start().trusts(walk.port());
        browser = new StaffBrowser(walk.port());
    }

    @AfterEach
    void honestAgain() {
        provider.forges(false);
        provider.saysItIs(null);
    }

    // In

    @Test
    void whoOpensAPageIsLedToTheProvider() {
        for (String page : List.of(TASKLIST, "/camunda/app/cockpit/", "/camunda/", "/operations/", "/review/team")) {
            Reply led = browser.openOnly(page);

            assertThat(led.status()).as(page).isEqualTo(302);
            assertThat(led.header("Location")).endsWith("/login?to=" + page.replace("/", "%2F"));
        }
        Reply page = browser.open(TASKLIST);
        assertThat(page.response().uri().getPath()).isEqualTo("/login");
        assertThat(page.response().body())
                .contains("/login/enter.js", "href=\"/login/provider/staff\"")
                .doesNotContain("signinForm");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    }

    @Test
    void programsAreNotLedThere() {
        assertThat(browser.get(ENGINE + "/task").status()).isEqualTo(401);
        assertThat(browser.get("/operations/session").status()).isEqualTo(401);
        assertThat(browser.get("/review/team").status()).isEqualTo(401);
        assertThat(browser.get("/camunda/app/tasklist/camunda-tasklist-bootstrap.js")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aReviewerDecidesACaseOfHerGroups() {
        Applicant applicant = Applicant.number(9730);
        String application = walk.withPassportPictures(walk.typed(), applicant, 9730, "FRA");
        reviews.task("enterprise-review");
        provider.knows("p9730", "Lin.Yue9730", "林月", REVIEWERS, "/realname/nothing", "/realname/mistakes");

        Reply entered = browser.login("p9730");

        assertThat(entered.response().uri().getPath()).isEqualTo("/login/entered");
        Reply me = browser.get(ME);
        assertThat(me.at("/userId")).isEqualTo("lin.yue9730");
        assertThat(me.at("/authorizedApps")).isNotNull();
        assertThat(groups("lin.yue9730")).containsExactly("appeal-review");
        assertThat(browser.openOnly(TASKLIST).status()).isEqualTo(200);

        String task = browser.get(ENGINE + "/task?processInstanceBusinessKey=" + application)
                .at("/0/id");
        assertThat(browser.get(ENGINE + "/task?candidateGroup=enterprise-review")
                        .body())
                .isEmpty();
        assertThat(browser.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"lin.yue9730\"}")
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/review/tasks/" + task).at("/applicant/realName"))
                .isEqualTo(applicant.name());
        assertThat(browser.post(
                                ENGINE + "/task/" + task + "/complete",
                                "{\"variables\":{\"decision\":{\"type\":\"String\",\"value\":\"REJECT\",\"valueInfo\":{\"transient\":true}},"
                                        + "\"reason\":{\"type\":\"String\",\"value\":\"FORGERY_SUSPECTED\",\"valueInfo\":{\"transient\":true}}}}")
                        .status())
                .isEqualTo(204);
        assertThat(walk.settled(application).at("/outcome/reason")).isEqualTo("FORGERY_SUSPECTED");
    }

    @Test
    void colleaguesAreThoseWhoHaveLoggedIn() {
        provider.knows("p9731", "wang9731", "王芳", REVIEWERS);
        provider.knows("p9732", "chen9732", "陈静", REVIEWERS);
        new StaffBrowser(walk.port()).login("p9732");
        browser.login("p9731");
        String task = reviews.task("appeal-review");
        assertThat(browser.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"wang9731\"}")
                        .status())
                .isEqualTo(204);

        assertThat(browser.get("/review/tasks/" + task + "/colleagues")
                        .response()
                        .body())
                .contains("chen9732", "陈静")
                .doesNotContain("wang9731");
    }

    @Test
    void anOperatorLandsOnTheOperatorsPageWithItsToken() {
        provider.knows("p9733", "zhao9733", "Zhao", "/realname/operators");
        browser.login("p9733");

        assertThat(browser.open("/operations/").response().uri().getPath()).isEqualTo("/operations/");
        Reply session = browser.get("/operations/session");
        assertThat(session.at("/user")).isEqualTo("zhao9733");
        assertThat(session.at("/token")).isNotEmpty().isNotEqualTo("null");
        assertThat(browser.post("/operations/cases/search", "{\"text\":\"nothing-9733\"}")
                        .status())
                .isEqualTo(200);
        assertThat(new StaffBrowser(walk.port()).get("/operations/session").status())
                .isEqualTo(401);
    }

    /** The Modeler cannot log in at the provider, and no password is right. */
    @Test
    void anAnalystDeploysWithAToken() {
        provider.knows("p9739", "han9739", "Han", "/realname/analysts");
        browser.login("p9739");
        assertThat(browser.open("/operations/").response().uri().getPath()).isEqualTo("/operations/");
        User han = identities.createUserQuery().userId("han9739").singleResult();
        han.setPassword(OpenReviews.PASSWORD);
        identities.saveUser(han);

        String token = browser.post("/operations/deployments/token", "{}").at("/token");

        Client modeler = Client.nobody(walk.port()).with("Authorization", "Bearer " + token);
        assertThat(modeler.get("/engine-rest/version").status()).isEqualTo(200);
        assertThat(Modeler.of(modeler)
                        .deploy("the same", "appeal.bpmn", OwnModels.read().text("appeal.bpmn"))
                        .at("/message"))
                .startsWith("Nothing has changed");
        assertThat(Client.withSecret("han9739", OpenReviews.PASSWORD, walk.port())
                        .get("/engine-rest/version")
                        .status())
                .isEqualTo(401);
    }

    // Not in

    @Test
    void whoHasNoGroupReadsWhatToDo() {
        provider.knows("p9734", "guest9734", "Guest", "/realname/nothing", "/realname/mistakes");

        Reply refused = browser.login("p9734");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.response().body())
                .contains("none of your groups gives access")
                .contains("Ask an administrator of your organisation");
        assertThat(browser.openInChinese(refused.response().uri().getPath())
                        .response()
                        .body())
                .contains("lang=\"zh-CN\"", "您没有访问权限");
        assertThat(identities.createUserQuery().userId("guest9734").count()).isZero();
        assertThat(browser.get(ENGINE + "/task").status()).isEqualTo(401);
        assertThat(browser.open("/login").response().uri().getPath())
                .as("logged out at the provider too, to log in as somebody else")
                .isEqualTo("/login/ended");
    }

    @Test
    void whoHasLeftAGroupLosesItAtTheNextLogin() {
        provider.knows("p9735", "ma9735", "Ma", REVIEWERS, "/realname/seniors");
        browser.login("p9735");
        assertThat(groups("ma9735")).containsExactlyInAnyOrder("appeal-review", "senior-review");

        provider.knows("p9735", "ma9735", "Ma", "/realname/seniors");
        assertThat(browser.login("p9735").status()).isEqualTo(200);
        assertThat(groups("ma9735")).containsExactly("senior-review");

        provider.knows("p9735", "ma9735", "Ma");
        assertThat(browser.login("p9735").status()).isEqualTo(403);
        assertThat(groups("ma9735")).isEmpty();
        assertThat(browser.get(ENGINE + "/task").status())
                .as("nor is the old login left")
                .isEqualTo(401);
    }

    @Test
    void aNameBelongsToOnePerson() {
        provider.knows("p9736", "sun9736", "Sun", REVIEWERS);
        browser.login("p9736");
        provider.knows("p9736", "sun-new9736", "Sun", REVIEWERS);
        provider.knows("p9737", "SUN9736", "Another Sun", REVIEWERS);
        provider.knows("p9738", "admin", "No Admin", REVIEWERS);

        browser.login("p9736");
        Reply another = new StaffBrowser(walk.port()).login("p9737");
        Reply admin = new StaffBrowser(walk.port()).login("p9738");

        assertThat(browser.get(ME).at("/userId")).as("renamed at the provider").isEqualTo("sun9736");
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.response().body()).contains("already in use here");
        assertThat(admin.status()).isEqualTo(409);
    }

    @Test
    void anUnusableNameIsRefused() {
        provider.knows("p9739", "ACME\\li", "Li", REVIEWERS);

        assertThat(browser.login("p9739").response().uri().getPath()).isEqualTo("/login/problem/login-unusable");
    }

    @Test
    void noPasswordIsRight() {
        browser.open(TASKLIST);
        browser.open("/login/ended");
        // Not led to the provider, a program can still get a token and try.
        browser.get("/camunda/app/welcome/default/");

        Reply login = browser.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=admin&password=Cockpit-Demo-2026");

        assertThat(login.status()).isEqualTo(401);
        assertThat(identities.checkPassword("admin", "Cockpit-Demo-2026")).isFalse();
    }

    // The provider lies, or is away

    @Test
    void aForgedTokenIsRefused() {
        provider.knows("p9740", "wu9740", "Wu", REVIEWERS);
        provider.forges(true);
        assertNotTrusted(browser.login("p9740"));

        provider.forges(false);
        provider.saysItIs("http://somebody.example");
        assertNotTrusted(new StaffBrowser(walk.port()).login("p9740"));

        provider.saysItIs(null);
        assertThat(new StaffBrowser(walk.port()).login("p9740").status()).isEqualTo(200);
    }

    private void assertNotTrusted(Reply refused) {
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.response().uri().getPath()).isEqualTo("/login/problem/not-trusted");
        assertThat(identities.createUserQuery().userId("wu9740").count()).isZero();
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        Reply refused = browser.open("/login/oauth2/code/staff?code=stolen&state=guessed");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.response().body()).contains("begun in another window");
    }

    @Test
    void whileTheProviderIsAwayThePageSaysSo() {
        provider.knows("p9741", "xu9741", "Xu", REVIEWERS);
        browser.login("p9741");
        provider.close();

        Reply away = new StaffBrowser(walk.port()).login("p9741");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("10");
        assertThat(away.response().body())
                .contains("does not answer at present")
                .doesNotContain("Exception");
        assertThat(browser.get(ENGINE + "/task").status())
                .as("who is logged in goes on")
                .isEqualTo(200);
        assertThat(walk.mall().get("/api/v1/banks").status()).isEqualTo(200);
    }

    // Out

    @Test
    void logoutLogsOutAtTheProviderToo() {
        provider.knows("p9742", "he9742", "He", REVIEWERS);
        browser.login("p9742");
        assertThat(browser.open("/login/provider/staff").response().uri().getPath())
                .as("the provider knows her, and asks nothing")
                .isEqualTo("/login/entered");
        browser.open("/camunda/app/welcome/default/");

        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "")
                        .status())
                .isEqualTo(200);
        Reply ended = browser.open("/login?to=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F");

        assertThat(ended.response().uri().getPath()).isEqualTo("/login/ended");
        assertThat(ended.response().body()).contains("You are logged out");
        assertThat(browser.open("/login/provider/staff").response().body())
                .as("the provider asks again")
                .contains("_csrf");
    }

    @Test
    void aLoginEndsWhetherItIsUsedOrNot() throws IOException {
        provider.knows("p9743", "luo9743", "Luo", REVIEWERS);
        browser.login("p9743");
        assertThat(browser.get(ENGINE + "/task").status()).isEqualTo(200);

        ByteArrayOutputStream past = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(past)) {
            out.writeObject(System.currentTimeMillis() - 1);
        }
        jdbc.sql("""
                        update spring_session_attributes set attribute_bytes = ?
                        where attribute_name = 'io.realname.login.ends' and session_primary_id =
                            (select session_primary_id from spring_session_attributes
                             where encode(attribute_bytes, 'escape') like '%luo9743%' limit 1)
                        """).param(past.toByteArray()).update();

        assertThat(browser.get(ENGINE + "/task").status()).isEqualTo(401);
        assertThat(browser.openOnly(TASKLIST).status()).isEqualTo(302);
    }

    /** The provider's token says more of a person than a session should. */
    @Test
    void aSessionHoldsTheLoginOnly() {
        provider.knows("p9744", "gao9744", "Gao Personal", REVIEWERS);
        browser.login("p9744");

        assertThat(jdbc.sql("select string_agg(encode(attribute_bytes, 'escape'), ' ') from spring_session_attributes")
                        .query(String.class)
                        .single())
                .contains("gao9744")
                .doesNotContain("Gao Personal", "eyJ");
    }

    private List<String> groups(String login) {
        return identities.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
    }
}
