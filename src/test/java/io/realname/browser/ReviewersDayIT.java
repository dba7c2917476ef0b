package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Company;
import io.realname.app.Entrance;
import io.realname.app.Jobs;
import io.realname.app.Multipart;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.dev.SpecimenPictures;
import io.realname.evidence.EvidenceKind;
import io.realname.people.TestEnterprises;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two reviewers decide an appeal, and a third one decides about an enterprise, in a browser. The pictures that this
 * takes are put into docs/reviewers.md by {@code docs/pictures-of-a-day}.
 */
@BrowserTest
@RealnameTest
class ReviewersDayIT {

    private static final People PEOPLE = People.of(8240, 8249);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PATH = "/api/v1/appeals";
    private static final int PAGES = 3;
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final String FIRST = "mei";
    private static final String SECOND = "jun";
    private static final String THIRD = "lan";
    private static final Map<String, String> GROUPS =
            Map.of(FIRST, "appeal-review", SECOND, "appeal-review", THIRD, "enterprise-review");
    private static final String PASSWORD = "Long-Enough-2026!";
    private static final String ASKED = "Please add your ownership certificate with its stamp. 请补充盖章的账号归属证明。";

    @Autowired
    private Walk walk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    private final Browser browser = Browsers.running();

    @BeforeEach
    void peopleReview() {
        GROUPS.forEach((login, group) -> {
            if (identities.createUserQuery().userId(login).count() == 0) {
                User user = identities.newUser(login);
                user.setFirstName(login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1));
                user.setLastName("Review");
                user.setPassword(PASSWORD);
                identities.saveUser(user);
                identities.createMembership(login, group);
            }
        });
    }

    @Test
    void twoReviewersFreeAnIdentity() {
        Appellant appellant = Appellant.of(walk, PEOPLE, "JD_MALL");
        walk.account(appellant.holder(), "JD_MALL", appellant.holderMobile());
        Reply filed = walk.mall()
                .upload(
                        PATH,
                        pictures(Multipart.empty()
                                .json("appeal", appellant.notMyOperation().toString())));
        assertThat(filed.status()).isEqualTo(201);
        String id = filed.at("/id");

        Page first = logIn(FIRST, "en-US");
        open(first, id);
        assertThat(first.locator("form.review")).containsText("Claim the task");
        Cut.assertNothing(first);
        first.locator("button.claim").click();
        Locator form = first.locator("form.review");
        assertThat(form.locator("fieldset.decision")).isVisible();
        assertThat(form.locator(".pane img")).isVisible();
        Cut.assertNothing(first);
        readOff(form, appellant.person().residentId(), "same as stated");
        screenshot(first, "1-appeal");
        lookClosely(first, form);
        openAll(first, form, 4 + PAGES);
        form.locator("button.beside").click();
        form.locator(".pieces button").first().click();
        screenshot(first, "2-evidence");
        form.locator("button.beside").click();
        form.locator("input[value=ASK]").check();
        form.locator("input[value=ownershipCertificate]").check();
        form.locator("#review-answer").fill(ASKED);
        Cut.assertNothing(first);
        screenshot(first, "3-ask");
        complete(first, id);

        Reply asked = walk.ended("appeals", id, "en");
        assertThat(asked.at("/action/type")).isEqualTo("ADD_EVIDENCE");
        assertThat(asked.at("/action/message")).isEqualTo(ASKED);
        assertThat(asked.at("/action/missing/0")).isEqualTo("ownershipCertificate");
        assertThat(walk.mall()
                        .upload(PATH + "/" + id + "/evidence", pictures(Multipart.empty()))
                        .status())
                .isEqualTo(200);

        first.locator("text=My tasks").first().click();
        assertThat(first.locator(".tasks-list .task").first()).isVisible();
        assertThat(first.locator(".tasks-list .task").first()).containsText("第2轮");
        open(first, id);
        assertThat(form.locator(".pieces .superseded").first()).isVisible();
        openAll(first, form, 2 * (4 + PAGES));
        approve(first, id, "Stamp and name fit.");

        Page second = logIn(SECOND, "en-US");
        open(second, id);
        second.locator("button.claim").click();
        Locator history = second.locator("form.review");
        assertThat(history).containsText("Stamp and name fit.");
        assertThat(history).containsText("asks for: Ownership certificate");
        Cut.assertNothing(second);
        history.locator(".file-of-task li").first().scrollIntoViewIfNeeded();
        screenshot(second, "4-second-review");
        openAll(second, history, 2 * (4 + PAGES));
        readOff(history, appellant.person().residentId(), "same as stated");

        Page chinese = logIn(SECOND, "zh-CN");
        open(chinese, id);
        assertThat(chinese.locator("fieldset.decision")).isVisible();
        assertThat(chinese.locator(".pane img")).isVisible();
        Cut.assertNothing(chinese);
        screenshot(chinese, "5-chinese");
        approve(second, id, "Agreed.");

        jobs.fireWhenThere(id, "ObjectionPeriodOver");
        assertThat(walk.ended("appeals", id, "en").at("/outcome/code")).isEqualTo("APPEAL_APPROVED");
        assertThat(verification(appellant.account()).at("/status")).isEqualTo("VERIFIED");
        assertThat(verification(appellant.account()).at("/method")).isEqualTo("APPEAL");
        assertThat(verification(appellant.holder()).at("/status")).isEqualTo("UNVERIFIED");
    }

    /** The register knows the enterprise under another name. */
    @Test
    void enterpriseIsLookedAtBesideWhatTheRegisterSays() {
        Applicant holder = PEOPLE.next();
        walk.verified(Entrance.TYPED.of(walk.mall()), holder);
        Company company =
                Company.of(holder.account(), 730_000).withCreditCode(TestEnterprises.creditCode(730_000, "01"));
        Reply filed = walk.mall()
                .upload(
                        "/api/v1/enterprise-verifications",
                        of(
                                EvidenceKind.ofEnterprises(),
                                Multipart.empty()
                                        .json(
                                                "enterprise",
                                                company.application().toString())));
        assertThat(filed.status()).isEqualTo(201);
        String id = filed.at("/id");
        await().atMost(PATIENCE)
                .until(() ->
                        tasks.createTaskQuery().processInstanceBusinessKey(id).count() == 1);

        Page page = logIn(THIRD, "en-US");
        open(page, id);
        Locator form = page.locator("form.review");
        assertThat(form).not().containsText(company.name());
        page.locator("button.claim").click();
        assertThat(form.locator("fieldset.decision")).isVisible();
        assertThat(form).containsText(company.name());
        assertThat(form).containsText(company.licenceNumber());
        assertThat(form).containsText("The register says otherwise");
        assertThat(form.locator("tr", new Locator.LocatorOptions().setHasText(company.name())))
                .containsText("differs");
        assertThat(form).not().containsText(company.corporateAccount());
        assertThat(form).not().containsText(company.legalPerson().residentId());
        assertThat(form.locator("#review-reason")).not().containsText("objection");
        assertThat(form).containsText(company.legalPerson().name());
        openAll(page, form, 6);
        Cut.assertNothing(page);
        screenshot(page, "6-enterprise");
        readOff(form, holder.residentId(), "same as stated");

        Page chinese = logIn(THIRD, "zh-CN");
        open(chinese, id);
        assertThat(chinese.locator("form.review")).containsText("统一社会信用代码");
        Cut.assertNothing(chinese);
        form.locator("input[value=REJECT]").check();
        form.locator("#review-reason").selectOption("LICENCE_DATA_DIFFER");
        complete(page, id);

        assertThat(walk.ended("enterprise-verifications", id, "en").at("/outcome/reason"))
                .isEqualTo("LICENCE_DATA_DIFFER");
    }

    private static Multipart of(Set<EvidenceKind> kinds, Multipart form) {
        Multipart with = form;
        for (EvidenceKind kind : kinds) {
            with = kind == EvidenceKind.OTHER ? with : with.file(kind.part(), SpecimenPictures.of(kind));
        }
        return with;
    }

    private static Multipart pictures(Multipart form) {
        Multipart with = of(EvidenceKind.ofPersons(), form);
        return with.part(EvidenceKind.OTHER.part(), "papers.pdf", "application/pdf", SpecimenPdf.of(PAGES));
    }

    private static void readOff(Locator form, String number, String told) {
        form.locator("#review-reading-APPLICANT").fill(number);
        form.locator("#review-reading-APPLICANT").press("Enter");
        assertThat(form.locator(".reading output").first()).containsText(told);
    }

    /** Opens all pages with the key for the next page. */
    private static void openAll(Page page, Locator form, int pages) {
        Locator pieces = form.locator(".pieces button");
        assertThat(pieces).hasCount(pages);
        for (int i = 0; i < pages; i++) {
            assertThat(form.locator(".pane img")).isVisible();
            page.keyboard().press("PageDown");
        }
        for (int i = 0; i < pages; i++) {
            assertThat(pieces.nth(i)).hasText(Pattern.compile("^✓ "));
        }
    }

    /** Enlarges the picture with the wheel, drags it, turns it, makes it brighter, and shows another one beside it. */
    private static void lookClosely(Page page, Locator form) {
        Locator pane = form.locator(".pane").first();
        Locator picture = form.locator(".pane img").first();
        assertThat(inside(pane, picture)).as("all of it is seen").isEqualTo(true);
        double fitted = picture.boundingBox().width;

        pane.hover();
        page.mouse().wheel(0, -400);
        assertThat(picture.boundingBox().width).isGreaterThan(fitted);
        double left = picture.boundingBox().x;
        page.mouse().down();
        page.mouse().move(pane.boundingBox().x + 40, pane.boundingBox().y + 60);
        page.mouse().up();
        assertThat(picture.boundingBox().x).isLessThan(left);

        pane.focus();
        page.keyboard().press("r");
        assertThat(inside(pane, picture)).as("fits, on its side").isEqualTo(true);
        assertThat(picture.boundingBox().height).isGreaterThan(picture.boundingBox().width);
        page.keyboard().press("+");
        page.keyboard().press("0");
        assertThat(inside(pane, picture)).isEqualTo(true);
        form.locator("input.light").fill("200");
        assertThat(picture).hasCSS("filter", "brightness(2)");

        page.keyboard().press("Tab");
        pane.focus();
        page.keyboard().press("b");
        assertThat(form.locator(".pane img")).hasCount(2);
        page.keyboard().press("b");
        assertThat(form.locator(".pane")).hasCount(1);
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Escape");
        assertThat(form.locator("dialog")).isHidden();
        form.locator("button.open").click();
        assertThat(form.locator("dialog")).isVisible();
    }

    private static Object inside(Locator pane, Locator picture) {
        return pane.evaluate("""
                (pane, picture) => {
                  const room = pane.getBoundingClientRect();
                  const box = picture.getBoundingClientRect();
                  return box.width > 50 && box.left >= room.left - 1 && box.right <= room.right + 1 && box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
                }""", picture.elementHandle());
    }

    private Page logIn(String login, String language) {
        Page page = browser.newContext(
                        new Browser.NewContextOptions().setLocale(language).setViewportSize(WIDTH, HEIGHT))
                .newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.navigate(tasklist() + "#/login");
        SignIn.as(page, login, PASSWORD);
        assertThat(page.locator("body")).containsText("My tasks");
        return page;
    }

    private void open(Page page, String application) {
        // Leaves Tasklist first: it rewrites an address that changes while it loads.
        page.navigate("about:blank");
        page.navigate(tasklist() + "#/?task=" + task(application));
        assertThat(page.locator("form.review")).isVisible();
    }

    private void approve(Page page, String application, String note) {
        Locator form = page.locator("form.review");
        form.locator("input[value=APPROVE]").check();
        form.locator("#review-note").fill(note);
        complete(page, application);
    }

    private void complete(Page page, String application) {
        String task = task(application);
        page.locator("button.complete").click();
        await().atMost(PATIENCE)
                .until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
    }

    private String task(String application) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(application)
                .singleResult()
                .getId();
    }

    private Reply verification(String account) {
        return walk.mall().get("/api/v1/accounts/" + account + "/verification");
    }

    private String tasklist() {
        return "http://localhost:" + walk.port() + "/camunda/app/tasklist/default/";
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "reviewers-day", name + ".png")));
    }
}
