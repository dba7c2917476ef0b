package io.realname.evidence;

import static io.realname.app.Appellant.BACK;
import static io.realname.app.Appellant.CERTIFICATE;
import static io.realname.app.Appellant.FRONT;
import static io.realname.app.Appellant.HOLDING;
import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Multipart;
import io.realname.app.People;
import io.realname.app.Photo;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.ReviewDesk;
import io.realname.doors.Stored;
import io.realname.people.TestPeople;
import io.realname.sandbox.storage.ClamdStandIn;
import io.realname.sandbox.storage.Eicar;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files over HTTP: what is refused is told apart, in both languages, and leaves nothing behind. */
@RealnameTest
class EvidenceTest {

    private static final People PEOPLE = People.of(9140, 9239);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPEALS = "/api/v1/appeals";
    private static final String ENGLISH = "en";
    private static final String REVIEWER = "evidencereviewer8700";
    private static final String GROUP = "appeal-review";
    private static final int MIB = 1024 * 1024;

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ClamdStandIn scanner;

    @Autowired
    private MultipartProperties multipart;

    @Autowired
    private ServletWebServerApplicationContext server;

    private static Stream<Arguments> wrongForms() {
        return Stream.of(
                form(
                        "no part appeal",
                        400,
                        "/appeal",
                        "REQUIRED",
                        appeal -> Multipart.empty().file(FRONT, Photo.jpeg(1))),
                form(
                        "appeal twice",
                        400,
                        "/appeal",
                        "INVALID_LENGTH",
                        appeal -> Multipart.empty().json("appeal", appeal).field("appeal", appeal)),
                form(
                        "appeal too long",
                        400,
                        "/appeal",
                        "INVALID_LENGTH",
                        appeal -> Multipart.empty().json("appeal", appeal + " ".repeat(64 * 1024))),
                form(
                        "appeal in another charset",
                        400,
                        "/appeal",
                        "NOT_UTF8",
                        appeal -> Multipart.empty()
                                .part("appeal", "a.json", "application/json", appeal.getBytes(Charset.forName("GBK")))),
                form(
                        "more parts than anybody needs",
                        400,
                        "",
                        "TOO_MANY_PARTS",
                        appeal -> Stream.generate(() -> "other")
                                .limit(60)
                                .reduce(
                                        Multipart.empty().json("appeal", appeal),
                                        (form, name) -> form.file(name, Photo.jpeg(1)),
                                        (one, other) -> one)),
                form(
                        "part headers without end",
                        400,
                        "",
                        "PART_HEADERS_TOO_LONG",
                        appeal -> Multipart.empty()
                                .json("appeal", appeal)
                                .part(FRONT, "n".repeat(9_000), "image/jpeg", Photo.jpeg(1))),
                form(
                        "large files without a name",
                        400,
                        "",
                        "FILE_NAME_REQUIRED",
                        appeal -> Multipart.empty()
                                .json("appeal", appeal)
                                .part(FRONT, null, "image/jpeg", new byte[5 * MIB])
                                .part(BACK, null, "image/jpeg", new byte[5 * MIB])),
                form(
                        "appeal that is no JSON",
                        400,
                        "",
                        "NOT_JSON",
                        appeal -> Multipart.empty().json("appeal", "{\"account\":")),
                form(
                        "unknown file",
                        400,
                        "",
                        "UNKNOWN_FIELD",
                        appeal -> Multipart.empty().json("appeal", appeal).file("selfie", Photo.jpeg(1))),
                form(
                        "unknown field",
                        400,
                        "",
                        "UNKNOWN_FIELD",
                        appeal -> Multipart.empty().json("appeal", appeal).field("site", "JD_MALL")));
    }

    /** Each as some library, browser or mini-program sends it. */
    private static Stream<Arguments> formsOfClients() {
        byte[] picture = Photo.jpeg(1);
        return Stream.of(
                form(
                        "a blob without a type",
                        appeal -> Multipart.empty()
                                .part("appeal", "blob", "application/octet-stream", appeal)
                                .file(FRONT, picture)),
                form(
                        "JSON as plain text",
                        appeal -> Multipart.empty()
                                .part("appeal", "a.txt", "text/plain", appeal)
                                .file(FRONT, picture)),
                form(
                        "JSON with a type and no file name",
                        appeal -> Multipart.empty()
                                .part("appeal", null, "application/json; charset=utf-8", appeal)
                                .file(FRONT, picture)),
                form(
                        "JSON after the files",
                        appeal -> Multipart.empty().file(FRONT, picture).part("appeal", null, null, appeal)),
                form(
                        "a file without a name",
                        appeal -> Multipart.empty()
                                .part("appeal", null, null, appeal)
                                .part(FRONT, null, "image/jpeg", largePicture())),
                form(
                        "a long file name",
                        appeal -> Multipart.empty()
                                .part("appeal", null, null, appeal)
                                .part(FRONT, "身份证正面照片".repeat(36) + ".jpg", "image/jpeg", picture)),
                form(
                        "file inputs that nobody filled",
                        appeal -> Multipart.empty()
                                .part("appeal", null, null, appeal)
                                .file(FRONT, picture)
                                .part(BACK, "", "application/octet-stream", new byte[0])
                                .part("other", "", "application/octet-stream", new byte[0])));
    }

    private static Arguments form(String name, FormOfClient form) {
        return Arguments.of(Named.of(name, form));
    }

    /** Makes a form of the bytes of an appeal's JSON. */
    private interface FormOfClient {
        Multipart of(byte[] appeal);
    }

    /** Of more than 64 KB, as every telephone makes them. */
    private static byte[] largePicture() {
        byte[] picture = Photo.noise(400, 300);
        assertThat(picture.length).isGreaterThan(100_000);
        return picture;
    }

    @ParameterizedTest
    @MethodSource("formsOfClients")
    void aFormIsTakenAsClientsSendIt(FormOfClient form) {
        byte[] appeal = free().neverVerified().toString().getBytes(StandardCharsets.UTF_8);

        Reply reply = walk.mall().upload(APPEALS, form.of(appeal));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body().at("/action/missing").toString())
                .doesNotContain(FRONT)
                .contains(BACK);
    }

    private static Arguments form(String name, int status, String pointer, String code, FormOfAppeal form) {
        return Arguments.of(Named.of(name, form), status, pointer, code);
    }

    /** Makes a form of an appeal's JSON. */
    private interface FormOfAppeal {
        Multipart of(String appeal);
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void aFormThatIsWrongIsToldWhere(FormOfAppeal form, int status, String pointer, String code) {
        String appeal = free().neverVerified().toString();

        refused(() -> walk.mall().upload(APPEALS, form.of(appeal)), status, "MALFORMED_REQUEST", pointer, code);
    }

    /** Each refused for itself, told by the part that brought it. */
    private static Stream<Arguments> wrongFiles() {
        byte[] jpeg = Photo.jpeg(1);
        byte[] pdf = Pdfs.pages(1);
        return Stream.of(
                file("empty", "FILE_EMPTY", new byte[0]),
                file("SVG", "FILE_TYPE_NOT_SUPPORTED", ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                file("HTML", "FILE_TYPE_NOT_SUPPORTED", ascii("<!DOCTYPE html><script>alert(1)</script>")),
                file("GIF", "FILE_TYPE_NOT_SUPPORTED", ascii("GIF89a\1\0\1\0\0\0\0;")),
                file("text", "FILE_TYPE_NOT_SUPPORTED", ascii("just words")),
                file("cut off", "FILE_CORRUPT", Arrays.copyOf(jpeg, jpeg.length / 3)),
                file("EICAR behind a picture", "FILE_INFECTED", join(jpeg, Eicar.bytes())),
                file("more pixels than bytes", "IMAGE_TOO_LARGE", pngThatSays(60_000, 60_000)),
                file("PDF with a password", "PDF_ENCRYPTED", Pdfs.with(1, EvidenceTest::protect)),
                file("PDF that runs", "PDF_ACTIVE_CONTENT", Pdfs.with(1, EvidenceTest::addScript)),
                file("PDF of 21 pages", "PDF_TOO_LONG", Pdfs.pages(21)),
                file("PDF cut off", "FILE_CORRUPT", Arrays.copyOf(pdf, pdf.length / 3)),
                file("EICAR behind a PDF", "FILE_INFECTED", join(pdf, Eicar.bytes())));
    }

    private static void protect(PDDocument document) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
    }

    private static void addScript(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
    }

    private static Arguments file(String name, String code, byte[] content) {
        return Arguments.of(Named.of(name, content), code);
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void aFileThatIsWrongIsToldWhy(byte[] content, String code) {
        Appellant appellant = free();
        Multipart start = appellant
                .form(appellant.neverVerified(), List.of(BACK, HOLDING))
                .file(FRONT, content);

        refused(() -> walk.mall().upload(APPEALS, start), 422, "INVALID_APPLICATION", "/" + FRONT, code);

        String id = waiting(appellant);
        refused(
                () -> walk.mall().upload(evidence(id), Multipart.empty().file(FRONT, content)),
                422,
                "INVALID_APPLICATION",
                "/" + FRONT,
                code);
        assertThat(missing(id)).contains(FRONT);
    }

    @Test
    void eachWrongFileIsNamed() {
        Appellant appellant = free();
        Reply refused = walk.mall()
                .speaking("zh-CN")
                .upload(
                        APPEALS,
                        appellant
                                .form(appellant.neverVerified(), List.of(HOLDING))
                                .file(FRONT, ascii("words"))
                                .file("other", Photo.png(1))
                                .file("other", Eicar.bytes()));

        assertProblem(refused, 422, "INVALID_APPLICATION");
        assertThat(refused.body().at("/errors").findValuesAsText("pointer")).containsExactly("/" + FRONT, "/other/1");
        refused.body()
                .at("/errors")
                .forEach(error -> assertThat(error.at("/detail").asText())
                        .as("in Chinese")
                        .matches(".*\\p{IsHan}.*"));
    }

    @Test
    void oneOfAKind() {
        Appellant appellant = free();
        Multipart form = appellant
                .form(appellant.neverVerified(), List.of(FRONT, HOLDING))
                .file(FRONT, Photo.jpeg(2));

        refused(
                () -> walk.mall().upload(APPEALS, form),
                422,
                "INVALID_APPLICATION",
                "/" + FRONT + "/1",
                "TOO_MANY_FILES");
    }

    @Test
    void tenFilesInAllOfWhichSixAreOthers() {
        Appellant appellant = free();
        Multipart six = appellant.form(appellant.neverVerified(), List.of());
        for (int i = 1; i <= 6; i++) {
            six = six.file("other", Photo.jpeg(i));
        }
        Multipart seven = six.file("other", Photo.jpeg(7));
        refused(() -> walk.mall().upload(APPEALS, seven), 422, "INVALID_APPLICATION", "/other/6", "TOO_MANY_FILES");

        Reply started = walk.mall().upload(APPEALS, six);
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
        String id = started.at("/id");
        refused(
                () -> walk.mall().upload(evidence(id), Multipart.empty().file("other", Photo.jpeg(8))),
                422,
                "INVALID_APPLICATION",
                "/other",
                "TOO_MANY_FILES");
        Reply complete = walk.mall()
                .upload(
                        evidence(id),
                        Appellant.pictures(Multipart.empty(), List.of(FRONT, BACK, HOLDING, CERTIFICATE)));
        assertThat(complete.status()).as(complete.response().body()).isEqualTo(200);
        assertThat(complete.at("/status")).isNotEqualTo("ACTION_REQUIRED");
    }

    /** Whoever sends the same picture again and again while others are missing comes to an end, and is told so. */
    @Test
    void fortyFilesInTheLifeOfAnApplication() {
        String id = waiting(free());
        jdbc.sql("""
                        insert into evidence (id, application, kind, type, bytes, content_key, added_at, superseded_at)
                        select gen_random_uuid(), ?, 'DOCUMENT_FRONT', 'JPEG', 1, '', now(), now() from generate_series(1, 39)
                        """).param(UUID.fromString(id)).update();

        assertThat(walk.mall()
                        .upload(evidence(id), Appellant.pictures(Multipart.empty(), List.of(FRONT)))
                        .status())
                .isEqualTo(200);
        refused(
                () -> walk.mall().upload(evidence(id), Appellant.pictures(Multipart.empty(), List.of(BACK))),
                422,
                "INVALID_APPLICATION",
                "/" + BACK,
                "NO_MORE_FILES");
    }

    @Test
    void aFileOfFiveMebibytesIsTakenAndNotOneByteMore() {
        Appellant appellant = free();
        byte[] largest = Arrays.copyOf(Photo.jpeg(1), 5 * MIB);
        Multipart rest = appellant.form(appellant.neverVerified(), List.of(BACK, HOLDING));

        for (int bytes : List.of(5 * MIB + 1, 30 * MIB)) {
            refused(
                    () -> walk.mall().upload(APPEALS, rest.file(FRONT, Arrays.copyOf(largest, bytes))),
                    422,
                    "INVALID_APPLICATION",
                    "/" + FRONT,
                    "FILE_TOO_LARGE");
        }

        Reply started = walk.mall().upload(APPEALS, rest.file(FRONT, largest));
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
    }

    @Test
    void noFileThatIsTakenIsLargeEnoughForTheDisk() {
        assertThat(multipart.getFileSizeThreshold()).isGreaterThanOrEqualTo(multipart.getMaxFileSize());
    }

    /** The answer must reach a client that is still sending. */
    @Test
    void aRequestThatIsTooLargeAsAWholeIsToldSo() {
        Appellant appellant = free();
        Multipart form = appellant.form(appellant.neverVerified(), List.of());
        byte[] noise = Arrays.copyOf(Photo.jpeg(1), 5 * MIB);
        for (int i = 0; i < 11; i++) {
            form = form.file("other", noise);
        }
        tooLarge(form);
        tooLarge(appellant.form(appellant.neverVerified(), List.of()).file(FRONT, Arrays.copyOf(noise, 52 * MIB)));
    }

    private void tooLarge(Multipart form) {
        Stored before = Stored.in(jdbc);
        Reply refused = walk.mall().upload(APPEALS, form);
        assertProblem(refused, 413, "PAYLOAD_TOO_LARGE");
        assertThat(refused.at("/detail")).contains("51 MB", "5 MB");
        before.nothingSince(jdbc);
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void otherBodiesAreNotTaken() {
        Appellant appellant = free();
        String appeal = appellant.neverVerified().toString();

        assertProblem(walk.mall().post(APPEALS, appeal), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                walk.mall()
                        .upload(
                                APPEALS,
                                Multipart.empty().json("appeal", appeal),
                                Map.of("Content-Type", "multipart/form-data")),
                400,
                "MALFORMED_REQUEST");
        String id = waiting(appellant);
        assertProblem(walk.mall().post(evidence(id), "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(walk.mall().upload(evidence(id), Multipart.empty()), 400, "MALFORMED_REQUEST");
    }

    /** What is personal has no place in an address. */
    @Test
    void nothingIsTakenFromTheAddress() {
        String query = "?appeal=%7B%7D&documentFront=x";

        refused(
                () -> walk.mall().upload(APPEALS + query, Appellant.pictures(Multipart.empty(), List.of(FRONT))),
                400,
                "MALFORMED_REQUEST",
                "",
                "UNKNOWN_FIELD");
    }

    @Test
    void theSameKeyIsTheSameRequestWithTheSameFilesOnly() {
        Appellant appellant = free();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Multipart form = appellant.form(appellant.neverVerified(), List.of(FRONT));
        Reply first = walk.mall().upload(APPEALS, form, key);
        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        Stored before = Stored.in(jdbc);
        int scanned = scanner.scanned();

        assertThat(walk.mall().upload(APPEALS, form, key).at("/id")).isEqualTo(first.at("/id"));
        assertProblem(
                walk.mall()
                        .upload(
                                APPEALS,
                                appellant
                                        .form(appellant.neverVerified(), List.of())
                                        .file(FRONT, Photo.jpeg(77)),
                                key),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertProblem(
                walk.mall().upload(APPEALS, appellant.form(appellant.neverVerified(), List.of(FRONT, BACK)), key),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(scanner.scanned()).as("scanned again").isEqualTo(scanned);
        before.nothingSince(jdbc);
    }

    @Test
    void evidenceIsTakenOnceUnderOneKey() {
        String id = waiting(free());
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Multipart form = Appellant.pictures(Multipart.empty(), List.of(FRONT));

        assertThat(walk.mall().upload(evidence(id), form, key).status()).isEqualTo(200);
        Stored before = Stored.in(jdbc);
        assertThat(walk.mall().upload(evidence(id), form, key).status()).isEqualTo(200);

        before.nothingSince(jdbc);
    }

    /** What completed the evidence has ended the wait for it; whoever lost the answer gets it all the same. */
    @Test
    void theAnswerToTheLastFilesIsGivenAgain() {
        String id = waiting(free());
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Multipart all = Appellant.pictures(Multipart.empty(), List.of(FRONT, BACK, HOLDING));
        Reply first = walk.mall().upload(evidence(id), all, key);
        assertThat(first.status()).as(first.response().body()).isEqualTo(200);
        assertThat(first.at("/status")).isNotEqualTo("ACTION_REQUIRED");
        Stored before = Stored.in(jdbc);
        int scanned = scanner.scanned();

        Reply again = walk.mall().upload(evidence(id), all, key);

        assertThat(again.status()).as(again.response().body()).isEqualTo(200);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertProblem(
                walk.mall().upload(evidence(id), Appellant.pictures(Multipart.empty(), List.of(FRONT)), key),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(scanner.scanned()).as("scanned again").isEqualTo(scanned);
        assertProblem(walk.mall().upload(evidence(id), all), 409, "ACTION_NOT_EXPECTED");
        before.nothingSince(jdbc);
    }

    @Test
    void oneUnderWayIsNotDoneTwice() {
        String id = waiting(free());
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Multipart all = Appellant.pictures(Multipart.empty(), List.of(FRONT, BACK, HOLDING));

        CompletableFuture<Reply> first = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('evidence'), hashtext(?))")
                    .param(id)
                    .query((row, n) -> n)
                    .single();
            CompletableFuture<Reply> held =
                    CompletableFuture.supplyAsync(() -> walk.mall().upload(evidence(id), all, key));
            await().until(this::somebodyWaitsForALock);
            assertProblem(walk.mall().upload(evidence(id), all, key), 409, "REQUEST_IN_PROGRESS");
            return held;
        });

        Reply answer = Objects.requireNonNull(first).join();
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(walk.mall().upload(evidence(id), all, key).response().body())
                .isEqualTo(answer.response().body());
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("""
                        select exists (
                            select from pg_locks join pg_database on pg_locks.database = pg_database.oid
                            where locktype = 'advisory' and not granted and datname = current_database())
                        """).query(Boolean.class).single();
    }

    /** A document that no bank can check is looked at by people. */
    @ParameterizedTest
    @EnumSource
    void aPassportIsVerifiedByPeople(Entrance entrance) {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = reviewed(entrance, applicant, document("PASSPORT", TestPeople.passport(PEOPLE.number()), "USA"));
        assertThat(missingOf("verifications", id)).containsExactlyInAnyOrder(FRONT, HOLDING);
        assertThat(addTo(id, FRONT, HOLDING).at("/status")).isEqualTo("IN_PROGRESS");

        desk.decide(REVIEWER, GROUP, id, Map.of("decision", "APPROVE"));

        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        Reply verified = walk.mall().get("/api/v1/accounts/" + applicant.account() + "/verification");
        assertThat(verified.at("/method")).isEqualTo("DOCUMENT_REVIEW");
        assertThat(verified.at("/document/type")).isEqualTo("PASSPORT");
    }

    @ParameterizedTest
    @EnumSource
    void aPermitIsRejectedByPeopleWithAReason(Entrance entrance) {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = reviewed(
                entrance, applicant, document("HK_MACAU_PERMIT", TestPeople.hkMacauPermit(PEOPLE.number()), null));
        assertThat(missingOf("verifications", id)).containsExactlyInAnyOrder(FRONT, BACK, HOLDING);
        assertThat(addTo(id, FRONT, BACK, HOLDING).at("/status")).isEqualTo("IN_PROGRESS");

        desk.decide(
                REVIEWER,
                GROUP,
                id,
                Map.of("decision", "REJECT", "reason", "DOCUMENT_EXPIRED", "answer", "It expired."));

        Reply end = walk.settled(id);
        assertThat(end.at("/status")).isEqualTo("FAILED");
        assertThat(end.at("/outcome/code")).isEqualTo("DOCUMENTS_REJECTED");
        assertThat(end.at("/outcome/reason")).isEqualTo("DOCUMENT_EXPIRED");
        assertThat(end.at("/outcome/answer")).isEqualTo("It expired.");
        assertThat(walk.shown("verifications", id, "zh-CN").at("/outcome/message"))
                .matches(".*\\p{IsHan}.*");
    }

    private String reviewed(Entrance entrance, Applicant applicant, JsonNode document) {
        Door door = entrance.of(walk.mall());
        ObjectNode application = applicant.application();
        application.set("document", document);
        Reply started = door.start(application);
        assertThat(started.status()).as(started.response().body()).isIn(200, 201);
        String id = door.idOf(started);
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertProblem(addTo(id, FRONT), 409, "ACTION_NOT_EXPECTED");
        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("ADD_EVIDENCE");
        return id;
    }

    private static JsonNode document(String type, String number, @Nullable String country) {
        ObjectNode document = JSON.createObjectNode().put("type", type).put("number", number);
        return country == null ? document : document.put("issuingCountry", country);
    }

    private Reply addTo(String verification, String... kinds) {
        return walk.mall()
                .upload(
                        "/api/v1/verifications/" + verification + "/evidence",
                        Appellant.pictures(Multipart.empty(), List.of(kinds)));
    }

    /** Refused in words of both languages, and nothing is there that was not before. */
    private void refused(Supplier<Reply> request, int status, String code, String pointer, String fieldCode) {
        Stored before = Stored.in(jdbc);
        assertProblem(request.get(), status, code, pointer, fieldCode);
        before.nothingSince(jdbc);
        assertThat(filesLeft()).isEmpty();
    }

    /** What the server wrote of requests to the disk. */
    private Set<String> filesLeft() {
        Path work = Path.of(server.getServletContext()
                .getAttribute("jakarta.servlet.context.tempdir")
                .toString());
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload_"))
                    .map(Path::toString)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody whose identity is bound nowhere: that is looked at after the evidence. */
    private Appellant free() {
        Applicant person = PEOPLE.next();
        walk.account(person.account(), "JD_MALL", null);
        return new Appellant(person, person.account(), PEOPLE.number());
    }

    private String waiting(Appellant appellant) {
        Reply started = walk.mall().upload(APPEALS, appellant.form(appellant.neverVerified(), List.of()));
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
        return started.at("/id");
    }

    private static String evidence(String id) {
        return APPEALS + "/" + id + "/evidence";
    }

    private List<String> missing(String id) {
        return missingOf("appeals", id);
    }

    private List<String> missingOf(String collection, String id) {
        List<String> names = new ArrayList<>();
        StreamSupport.stream(
                        walk.shown(collection, id, ENGLISH)
                                .body()
                                .at("/action/missing")
                                .spliterator(),
                        false)
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A few bytes that claim to be a picture of gigabytes. */
    private static byte[] pngThatSays(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeBytes("IHDR");
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, header.toByteArray());
            chunk(out, ascii("IDAT"));
            chunk(out, ascii("IEND"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, byte[] typeAndData) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(typeAndData);
        out.writeInt(typeAndData.length - 4);
        out.write(typeAndData);
        out.writeInt((int) crc.getValue());
    }
}
