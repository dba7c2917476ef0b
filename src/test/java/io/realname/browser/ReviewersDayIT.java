package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An appeal on its way through the hands of two reviewers, and an enterprise before a third, in a browser. {@code docs/pictures-of-a-day} puts the pictures
 * that it takes into docs/reviewers.md.
 */
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

    private final Playwright playwright = Browsers.playwright();
    private final Browser browser = Browsers.launch(playwright);

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

    @AfterEach
    void close() {
        playwright.close();
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
        assertNothingIsCutOff(first);
        first.locator("button.claim").click();
        Locator form = first.locator("form.review");
        assertThat(form.locator("fieldset.decision")).isVisible();
        assertPicturesAreShown(form, 4 + PAGES);
        assertNothingIsCutOff(first);
        assertThat(first.locator(".sort-by")).hasText("Due date");
        screenshot(first, "1-appeal");
        readOff(form, appellant.person().residentId(), "same as stated");
        screenshotFrom(first, "What the applicant says", "2-evidence");
        lookClosely(first, form);
        form.locator("figure button").first().click();
        assertNothingLiesOver(form.locator("dialog.large img"));
        screenshot(first, "3-enlarged");
        first.keyboard().press("Escape");
        assertThat(form.locator("dialog")).hasCount(0);
        form.locator("input[value=ASK]").check();
        form.locator("#review-answer").fill(ASKED);
        screenshotFrom(first, "Votes so far", "4-ask");
        complete(first, id);

        Reply asked = walk.ended("appeals", id, "en");
        assertThat(asked.at("/action/type")).isEqualTo("ADD_EVIDENCE");
        assertThat(asked.at("/action/message")).isEqualTo(ASKED);
        assertThat(walk.mall()
                        .upload(PATH + "/" + id + "/evidence", pictures(Multipart.empty()))
                        .status())
                .isEqualTo(200);

        first.locator("text=My tasks").first().click();
        assertThat(first.locator(".tasks-list .task").first()).isVisible();
        open(first, id);
        assertThat(form).containsText("replaced by a newer one");
        approve(first, id, "Stamp and name fit.");

        Page second = logIn(SECOND, "en-US");
        open(second, id);
        second.locator("button.claim").click();
        Locator history = second.locator("form.review");
        assertThat(history).containsText("Stamp and name fit.");
        assertNothingIsCutOff(second);
        screenshotFrom(second, "Votes so far", "5-second-review");

        Page chinese = logIn(SECOND, "zh-CN");
        open(chinese, id);
        assertThat(chinese.locator("fieldset.decision")).isVisible();
        assertPicturesAreShown(chinese.locator("form.review"), 2 * (4 + PAGES));
        assertNothingIsCutOff(chinese);
        screenshot(chinese, "6-chinese");
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
        assertPicturesAreShown(form, 6);
        assertNothingIsCutOff(page);
        screenshot(page, "7-enterprise");
        readOff(form, holder.residentId(), "same as stated");

        Page chinese = logIn(THIRD, "zh-CN");
        open(chinese, id);
        assertThat(chinese.locator("form.review")).containsText("统一社会信用代码");
        assertNothingIsCutOff(chinese);
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
        form.locator("#review-reading").fill(number);
        form.locator("#review-reading").press("Enter");
        assertThat(form.locator(".reading output")).containsText(told);
    }

    /** A page of A4, which no window of this size shows in a size to read it in. */
    private static void lookClosely(Page page, Locator form) {
        Locator opener = form.locator("figure button").last();
        Locator picture = form.locator("dialog.large img");
        opener.click();
        assertThat(picture).isVisible();
        assertNothingLiesOver(picture);
        assertThat(scale(picture)).isLessThan(1);

        picture.click();
        assertThat(scale(picture)).isEqualTo(1);
        Locator room = form.locator("dialog .room");
        page.keyboard().press("End");
        await().atMost(PATIENCE)
                .until(
                        () -> Boolean.TRUE.equals(
                                room.evaluate(
                                        "room => room.scrollHeight > room.clientHeight && room.scrollTop > 0 && room.scrollTop + room.clientHeight >= room.scrollHeight - 1")));
        picture.click();
        assertThat(form.locator("dialog")).hasCount(0);
        assertThat(opener).isFocused();

        page.keyboard().press("Enter");
        assertThat(picture).isVisible();
        page.keyboard().press("+");
        assertThat(scale(picture)).isEqualTo(1);
        page.keyboard().press("-");
        assertThat(scale(picture)).isLessThan(1);
        page.keyboard().press("r");
        assertThat(picture.evaluate(
                        "picture => picture.getBoundingClientRect().width > picture.getBoundingClientRect().height"))
                .as("lies on its side")
                .isEqualTo(true);
        assertNothingLiesOver(picture);
        form.locator("dialog button", new Locator.LocatorOptions().setHasText("Full size"))
                .click();
        assertThat(scale(picture)).isEqualTo(1);
        page.keyboard().press("Escape");
        assertThat(form.locator("dialog")).hasCount(0);
    }

    private static double scale(Locator picture) {
        return ((Number) picture.evaluate("picture => picture.offsetWidth / picture.naturalWidth")).doubleValue();
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
        // From elsewhere: Tasklist rewrites an address that changes while it loads.
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
        page.locator(".form-actions .btn-primary").click();
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

    /** Loaded, and not only named. */
    private static void assertPicturesAreShown(Locator form, int pictures) {
        assertThat(form.locator("figure img")).hasCount(pictures);
        await().atMost(PATIENCE)
                .until(
                        () -> Boolean.TRUE.equals(
                                form.evaluate(
                                        "form => [...form.querySelectorAll('figure img')].every(img => img.complete && img.naturalWidth > 0)")));
    }

    /** Its four corners are its own. */
    private static void assertNothingLiesOver(Locator picture) {
        assertThat(picture).isVisible();
        assertThat(picture.evaluate("""
                        picture => {
                          const box = picture.getBoundingClientRect();
                          return [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]]
                            .map(([x, y]) => [x + (x === box.left ? 2 : -2), y + (y === box.top ? 2 : -2)])
                            .every(([x, y]) => document.elementFromPoint(x, y) === picture);
                        }""")).isEqualTo(true);
    }

    /** In a small window, and in a large one. */
    private static void assertNothingIsCutOff(Page page) {
        page.setViewportSize(1920, 1080);
        assertThat(Cut.off(page)).as("wider than its room").isEqualTo(List.of());
        page.setViewportSize(WIDTH, HEIGHT);
        assertThat(Cut.off(page)).as("wider than its room").isEqualTo(List.of());
    }

    private String tasklist() {
        return "http://localhost:" + walk.port() + "/camunda/app/tasklist/default/";
    }

    /** From a heading on, and not to the middle of another one: what there is too much makes the picture as much lower. */
    private static void screenshotFrom(Page page, String heading, String name) {
        Locator title = page.locator("form.review h2", new Page.LocatorOptions().setHasText(heading));
        int tooMuch = tooMuchAround(title);
        page.setViewportSize(WIDTH, HEIGHT - tooMuch);
        tooMuchAround(title);
        screenshot(page, name);
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** Scrolls to it, and says how much stands above it nevertheless, and how much of a cut heading below. */
    private static int tooMuchAround(Locator title) {
        return ((Number) title.evaluate("""
                        title => {
                          const room = title.closest('.content');
                          const { top, bottom } = room.getBoundingClientRect();
                          const above = () => Math.round(title.getBoundingClientRect().top - top - 12);
                          room.scrollTop += above();
                          const cut = [...title.closest('form').querySelectorAll('h2')]
                            .map(other => other.getBoundingClientRect())
                            .find(other => other.top < bottom && other.bottom > bottom);
                          return Math.max(0, above()) + (cut ? Math.ceil(bottom - cut.top) : 0);
                        }""")).intValue();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "reviewers-day", name + ".png")));
    }
}
