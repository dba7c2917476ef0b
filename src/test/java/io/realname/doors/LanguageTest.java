package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.people.TestPeople;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Texts for people: in English, or in Simplified Chinese if the reader prefers any kind of Chinese to English. */
@RealnameTest
class LanguageTest {

    private static final People PEOPLE = People.of(1400, 1499);
    private static final List<String> CHINESE = List.of(
            "zh-CN",
            "zh",
            "zh-TW",
            "zh-Hant-HK",
            "zh-CN,en;q=0.5",
            "zh_CN",
            "zh_CN,en;q=0.1",
            "de-CH,zh;q=0.3",
            "de, zh-CN;q=0.5",
            "en;q=0.2, zh;q=0.9",
            "ZH-cn");
    private static final List<String> ENGLISH = List.of(
            "en-GB", "en", "fr", "*", "x", "en,zh;q=0.9", "fr, en;q=0.5, zh;q=0.4", "zh;q=0", "zh;q=x", ";;,", "");

    @Autowired
    private Walk walk;

    private static Stream<Arguments> languagesAtBothDoors() {
        return Stream.of(Entrance.values())
                .flatMap(entrance -> Stream.concat(
                        CHINESE.stream().map(language -> Arguments.of(entrance, language, true)),
                        ENGLISH.stream().map(language -> Arguments.of(entrance, language, false))));
    }

    @ParameterizedTest
    @MethodSource("languagesAtBothDoors")
    void refusalsAreInTheReadersLanguage(Entrance entrance, String language, boolean chinese) {
        Reply reply = entrance.of(walk.mall().speaking(language))
                .start(Applicant.number(1400).withAccount("nobody_at_all").application());

        assertProblem(reply, 422, "INVALID_APPLICATION", "/account", "UNKNOWN_ACCOUNT");
        assertThat(reply.at("/detail")).isEqualTo(chinese ? "部分字段有误或缺失。" : "Some fields are wrong or missing.");
        assertThat(reply.at("/errors/0/detail")).isEqualTo(chinese ? "该账号不存在。" : "There is no such account.");
        assertSaysItsLanguage(reply, chinese);
    }

    @Test
    void soAreThoseBeforeTheDoors() {
        Client nobody = Client.nobody(walk.port()).speaking("zh-CN");

        assertThat(assertProblem(nobody.post("/api/v1/verifications", "{}"), 401, "UNAUTHORIZED")
                        .at("/detail"))
                .isEqualTo("请先表明身份。");
        assertThat(assertProblem(walk.mall().speaking("zh-CN").get("/engine-rest/task"), 403, "FORBIDDEN")
                        .at("/detail"))
                .isEqualTo("您无权进行此操作。");
    }

    private static void assertSaysItsLanguage(Reply reply, boolean chinese) {
        assertThat(reply.response().headers().allValues("Content-Language")).containsExactly(chinese ? "zh-CN" : "en");
        assertThat(reply.response().headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void answersSayTheirLanguage() {
        Applicant applicant = walk.known(PEOPLE.next());
        Client chinese = walk.mall().speaking("zh_CN");

        Reply started = chinese.post("/api/v1/verifications", applicant.application());
        assertSaysItsLanguage(started, true);
        assertSaysItsLanguage(chinese.get(started.header("Location")), true);
        assertSaysItsLanguage(chinese.delete(started.header("Location")), true);
        assertSaysItsLanguage(walk.mall().get(started.header("Location")), false);
        assertSaysItsLanguage(walk.mall().get("/engine-rest/task"), false);
    }

    /** An answer that is given again is in the language of the first answer, and names this language. */
    @Test
    void anAnswerThatIsGivenAgainSaysWhichLanguageItIsIn() {
        Applicant applicant = walk.known(PEOPLE.next()).withPan(TestPeople.unsupportedBankPan(1401));
        Client mall = walk.mall().with("Idempotency-Key", "language-" + applicant.account());

        Reply first = mall.speaking("zh").post("/api/v1/verifications", applicant.application());
        Reply again = mall.speaking("en").post("/api/v1/verifications", applicant.application());

        assertSaysItsLanguage(first, true);
        assertSaysItsLanguage(again, true);
        assertThat(again.response().body()).isEqualTo(first.response().body());
    }

    @Test
    void outcomesAreInTheReadersLanguageOfTheMoment() {
        Applicant applicant = walk.known(PEOPLE.next()).withPan(TestPeople.unsupportedBankPan(1400));
        String id = walk.started(Entrance.TYPED.of(walk.mall()), applicant);
        String path = "/api/v1/verifications/" + id;

        assertThat(walk.mall().speaking("zh-TW").get(path).at("/outcome/message"))
                .isEqualTo("暂不支持该银行的卡,请查看支持的银行列表。");
        assertThat(walk.mall().speaking("fr").get(path).at("/outcome/message"))
                .isEqualTo("The card's bank is not supported. The list of supported banks shows which are.");
    }
}
