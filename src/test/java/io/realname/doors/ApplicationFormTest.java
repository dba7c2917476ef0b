package io.realname.doors;

import static io.realname.doors.Problems.assertNothingPersonalIn;
import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.people.TestPeople;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invalid forms: both doors refuse them in the same way, and nothing is stored. */
@RealnameTest
class ApplicationFormTest {

    private static final Applicant APPLICANT = People.of(1000, 1000).next();

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void theAccountIsKnown() {
        walk.known(APPLICANT);
    }

    /** An error in the form, and how the answer names it. */
    private record Wrong(String what, UnaryOperator<String> spoil, String pointer, String code) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Stream<Wrong> malformed() {
        return Stream.of(
                text("not JSON", json -> "account=someone", "", "NOT_JSON"),
                text("cut off", json -> json.substring(0, json.length() - 1), null, null),
                text("trailing garbage", json -> json + " x", "", "NOT_JSON"),
                text("two applications", json -> json + json, null, null),
                text("a comment", json -> "/* hello */" + json, "", "NOT_JSON"),
                text("single quotes", json -> json.replace('"', '\''), "", "NOT_JSON"),
                text("a key twice", json -> "{\"account\":\"somebody\"," + json.substring(1), "", "NOT_JSON"),
                text(
                        "a nested key twice",
                        json -> json.replace("\"bankCard\":{", "\"bankCard\":{\"number\":\"1\","),
                        null,
                        null),
                text("null", json -> "null", null, null),
                text("nothing", json -> "", null, null),
                text("blanks", json -> "  \n ", null, null),
                text("an array", json -> "[" + json + "]", "", "WRONG_TYPE"),
                text("a text", json -> "\"application\"", "", "WRONG_TYPE"),
                text("a number", json -> "1", "", "WRONG_TYPE"),
                text("deep nesting", json -> "[".repeat(20_000), null, null),
                field("an unknown field", form -> form.put("comment", "hello"), "", "UNKNOWN_FIELD"),
                field("the id is not the client's", form -> form.put("id", "1"), "", "UNKNOWN_FIELD"),
                field(
                        "an unknown nested field",
                        form -> form.withObject("/bankCard").put("cvv", "123"),
                        "/bankCard",
                        "UNKNOWN_FIELD"),
                field("case matters", form -> form.put("Account", "somebody"), "", "UNKNOWN_FIELD"),
                field("a name that is a number", form -> form.put("realName", 12), "/realName", "WRONG_TYPE"),
                field("an account that is true", form -> form.put("account", true), "/account", "WRONG_TYPE"),
                field("an account that is an object", form -> form.putObject("account"), "/account", "WRONG_TYPE"),
                field(
                        "a card number that is a number",
                        form -> form.withObject("/bankCard").put("number", 6222020200112230004L),
                        "/bankCard/number",
                        "WRONG_TYPE"),
                field(
                        "a mobile with a fraction",
                        form -> form.withObject("/bankCard").put("mobile", 1.5),
                        "/bankCard/mobile",
                        "WRONG_TYPE"),
                field(
                        "a confirmation that is a text",
                        form -> form.withObject("/bankCard").put("numberConfirmed", "true"),
                        "/bankCard/numberConfirmed",
                        "WRONG_TYPE"),
                field("a document that is a text", form -> form.put("document", "x"), "/document", "WRONG_TYPE"),
                field("a document that is empty text", form -> form.put("document", ""), "/document", "WRONG_TYPE"),
                field("a card that is a list", form -> form.putArray("bankCard"), "/bankCard", "WRONG_TYPE"),
                field(
                        "consent that is a text",
                        form -> form.put("agreementAccepted", "true"),
                        "/agreementAccepted",
                        "WRONG_TYPE"),
                field(
                        "consent that is a number",
                        form -> form.put("agreementAccepted", 1),
                        "/agreementAccepted",
                        "WRONG_TYPE"));
    }

    private static Stream<Wrong> invalid() {
        return Stream.of(
                field("no account", form -> form.remove("account"), "/account", "REQUIRED"),
                field("account null", form -> form.putNull("account"), "/account", "REQUIRED"),
                field("blank account", form -> form.put("account", "  "), "/account", "REQUIRED"),
                field("account with a space", form -> form.put("account", "a b"), "/account", "INVALID_FORMAT"),
                field("account too long", form -> form.put("account", "a".repeat(65)), "/account", "INVALID_FORMAT"),
                field("NUL in the account", form -> form.put("account", "a\0b"), "/account", "INVALID_FORMAT"),
                field("unknown account", form -> form.put("account", "nobody_here"), "/account", "UNKNOWN_ACCOUNT"),
                field("no name", form -> form.remove("realName"), "/realName", "REQUIRED"),
                field("name of one character", form -> form.put("realName", "林"), "/realName", "INVALID_LENGTH"),
                field("digits in the name", form -> form.put("realName", "林2斌"), "/realName", "INVALID_CHARACTER"),
                field("NUL in the name", form -> form.put("realName", "林\0斌"), "/realName", "INVALID_CHARACTER"),
                field("dot at the end", form -> form.put("realName", "买买提·"), "/realName", "INVALID_SEPARATOR"),
                field("no document", form -> form.remove("document"), "/document", "REQUIRED"),
                document("type", null, "/document/type", "REQUIRED"),
                document("type", "DRIVING_LICENCE", "/document/type", "UNKNOWN_DOCUMENT_TYPE"),
                document("type", "resident_id", "/document/type", "UNKNOWN_DOCUMENT_TYPE"),
                document("type", "PASSPORT", "/document/issuingCountry", "ISSUING_COUNTRY_REQUIRED"),
                passport("GLP", "/document/issuingCountry", "INVALID_COUNTRY"),
                passport("XXA", "/document/issuingCountry", "INVALID_COUNTRY"),
                foreign("20200101", "UNDER_AGE"),
                foreign("19900231", "INVALID_BIRTH_DATE"),
                foreign("20990101", "BIRTH_DATE_IN_FUTURE"),
                document("type", "HMT_RESIDENCE_PERMIT", "/document/number", "WRONG_DOCUMENT_TYPE"),
                document("number", null, "/document/number", "REQUIRED"),
                document("number", "12345", "/document/number", "INVALID_FORMAT"),
                document("number", "110105491231002", "/document/number", "VOID_15_DIGIT_NUMBER"),
                document("number", "110105194912310021", "/document/number", "INVALID_CHECK_DIGIT"),
                document("number", citizen("119999", 1), "/document/number", "INVALID_REGION"),
                document("number", citizen("110000", 0), "/document/number", "INVALID_SEQUENCE"),
                document("number", TestPeople.hmtResidencePermit(1), "/document/number", "WRONG_DOCUMENT_TYPE"),
                document(
                        "number",
                        TestPeople.withMod11Check("11000020010229001"),
                        "/document/number",
                        "INVALID_BIRTH_DATE"),
                document(
                        "number",
                        TestPeople.citizenNumber("110000", LocalDate.of(2099, 1, 1), 1),
                        "/document/number",
                        "BIRTH_DATE_IN_FUTURE"),
                document(
                        "number",
                        TestPeople.residentIdBornOn(
                                LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                        .minusYears(14)
                                        .plusDays(2),
                                1),
                        "/document/number",
                        "UNDER_AGE"),
                field("no card", form -> form.remove("bankCard"), "/bankCard", "REQUIRED"),
                card("number", null, "/bankCard/number", "REQUIRED"),
                card("number", "6222o2", "/bankCard/number", "INVALID_FORMAT"),
                card("number", "622202", "/bankCard/number", "INVALID_LENGTH"),
                card("number", "6222020200112230005", "/bankCard/number", "INVALID_CHECK_DIGIT"),
                card("number", TestPeople.unknownBankPan(1), "/bankCard/bank", "BANK_REQUIRED"),
                card("bank", "NOBANK", "/bankCard/bank", "BANK_UNKNOWN"),
                card("bank", "中国光大银行", "/bankCard/bank", "BANK_UNKNOWN"),
                field(
                        "confirmed, and too short",
                        form -> form.withObject("/bankCard")
                                .put("numberConfirmed", true)
                                .put("number", "622202"),
                        "/bankCard/number",
                        "INVALID_LENGTH"),
                field(
                        "not confirmed",
                        form -> form.withObject("/bankCard")
                                .put("numberConfirmed", false)
                                .put("number", "60142812345678905"),
                        "/bankCard/number",
                        "INVALID_CHECK_DIGIT"),
                card("mobile", null, "/bankCard/mobile", "REQUIRED"),
                card("mobile", "1380013800", "/bankCard/mobile", "INVALID_FORMAT"),
                card("mobile", "call me", "/bankCard/mobile", "INVALID_FORMAT"),
                card("mobile", "+85261234567", "/bankCard/mobile", "NOT_A_MAINLAND_MOBILE"),
                field(
                        "consent refused",
                        form -> form.put("agreementAccepted", false),
                        "/agreementAccepted",
                        "AGREEMENT_NOT_ACCEPTED"),
                field(
                        "consent not said",
                        form -> form.remove("agreementAccepted"),
                        "/agreementAccepted",
                        "AGREEMENT_NOT_ACCEPTED"));
    }

    private static Stream<Arguments> malformedAtBothDoors() {
        return atBothDoors(malformed());
    }

    private static Stream<Arguments> invalidAtBothDoors() {
        return atBothDoors(invalid());
    }

    @ParameterizedTest
    @MethodSource("malformedAtBothDoors")
    void malformedIsRefused(Entrance entrance, Wrong wrong) {
        Stored before = Stored.in(jdbc);
        Reply reply = entrance.of(walk.mall())
                .start(wrong.spoil().apply(APPLICANT.application().toString()));

        if (wrong.code().isEmpty()) {
            assertProblem(reply, 400, "MALFORMED_REQUEST");
        } else {
            assertProblem(reply, 400, "MALFORMED_REQUEST", wrong.pointer(), wrong.code());
        }
        assertNothingPersonalIn(reply, APPLICANT);
        before.nothingSince(jdbc);
    }

    @ParameterizedTest
    @MethodSource("invalidAtBothDoors")
    void invalidFieldIsNamed(Entrance entrance, Wrong wrong) {
        Stored before = Stored.in(jdbc);
        Reply reply = entrance.of(walk.mall())
                .start(wrong.spoil().apply(APPLICANT.application().toString()));

        assertProblem(reply, 422, "INVALID_APPLICATION", wrong.pointer(), wrong.code());
        assertNothingPersonalIn(reply, APPLICANT);
        before.nothingSince(jdbc);
    }

    @ParameterizedTest
    @EnumSource
    void allWrongFieldsAreNamedAtOnce(Entrance entrance) {
        Reply reply = entrance.of(walk.mall())
                .start("{\"document\":{\"type\":\"RESIDENT_ID\"},\"bankCard\":{\"number\":\"1\"}}");

        assertProblem(reply, 422, "INVALID_APPLICATION");
        assertThat(reply.body().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/account",
                        "/realName",
                        "/document/number",
                        "/bankCard/number",
                        "/bankCard/mobile",
                        "/agreementAccepted");
    }

    private static Stream<Arguments> atBothDoors(Stream<Wrong> wrongs) {
        List<Wrong> all = wrongs.toList();
        return Stream.of(Entrance.values())
                .flatMap(entrance -> all.stream().map(wrong -> Arguments.of(entrance, wrong)));
    }

    private static Wrong text(
            String what, UnaryOperator<String> spoil, @Nullable String pointer, @Nullable String code) {
        return new Wrong(what, spoil, pointer == null ? "" : pointer, code == null ? "" : code);
    }

    private static Wrong field(String what, Consumer<ObjectNode> spoil, String pointer, String code) {
        return new Wrong(
                what,
                json -> {
                    ObjectNode form = APPLICANT.application();
                    spoil.accept(form);
                    return form.toString();
                },
                pointer,
                code);
    }

    private static Wrong document(String field, @Nullable String value, String pointer, String code) {
        return field(pointer + " " + code, form -> form.withObject("/document").put(field, value), pointer, code);
    }

    private static Wrong card(String field, @Nullable String value, String pointer, String code) {
        return field(pointer + " " + code, form -> form.withObject("/bankCard").put(field, value), pointer, code);
    }

    private static Wrong passport(String country, String pointer, String code) {
        return field(
                "passport of " + country,
                form -> form.withObject("/document")
                        .put("type", "PASSPORT")
                        .put("number", "E12345678")
                        .put("issuingCountry", country),
                pointer,
                code);
    }

    private static Wrong foreign(String born, String code) {
        return field(
                "foreign permanent resident born " + born,
                form -> form.withObject("/document")
                        .put("type", "FOREIGN_PERMANENT_RESIDENT_ID")
                        .put("number", TestPeople.withMod11Check("911840" + born + "123")),
                "/document/number",
                code);
    }

    private static String citizen(String region, int sequence) {
        return TestPeople.citizenNumber(region, LocalDate.of(1980, 1, 1), sequence);
    }
}
