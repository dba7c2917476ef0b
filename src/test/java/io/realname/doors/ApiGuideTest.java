package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.realname.account.AccountKind;
import io.realname.app.Client;
import io.realname.app.CommittedFile;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.appeal.AppealReason;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeOption;
import io.realname.application.OutcomeReason;
import io.realname.bankcard.CardType;
import io.realname.desk.RejectionReasons;
import io.realname.enterprise.EnterpriseType;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.DocumentType;
import io.realname.identity.VerificationMethod;
import io.realname.licence.LicenceType;
import io.realname.process.ClientMessage;
import io.realname.review.ReasonWords;
import io.realname.review.ReviewReason;
import io.realname.sandbox.SandboxServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code docs/api.md}: its tables are generated from the code, and the text of people around them omits nothing. */
@RealnameTest
class ApiGuideTest {

    private static final String API = "/api/v1/";
    private static final Pattern MADE = Pattern.compile("(?s)(<!-- made: ([a-z-]+) -->\n).*?(<!-- /made -->)");

    /** Only reviewers get these codes; they have a form of their own. */
    private static final Set<String> OF_REVIEWERS = Set.of(
            "DECISION_REQUIRED",
            "UNKNOWN_DECISION",
            "REASON_REQUIRED",
            "UNKNOWN_REASON",
            "REASON_CONTRADICTS_DECISION",
            "ANSWER_REQUIRED",
            "ANSWER_CONTRADICTS_DECISION",
            "ANSWER_TOO_LONG",
            "NOTE_TOO_LONG",
            "NOT_RETRIED_TOGETHER",
            "OTHER_DIAGRAM",
            "ORDER_NUMBER_NOT_EXPECTED",
            "ORDER_NUMBER_NOT_KNOWN",
            "ORDER_NUMBER_USED",
            "MISSING_CONTRADICTS_DECISION",
            "UNKNOWN_EVIDENCE",
            "EVIDENCE_NOT_OPENED",
            "NOT_COMPARED",
            "NO_SUCH_PERSON");

    private static final List<ApplicationKind> KINDS = List.of(ApplicationKind.values());

    private static final CommittedFile GUIDE = CommittedFile.at("docs/api.md", "docs/write-api");

    @Autowired
    private Walk walk;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private ReasonWords reasonWords;

    @Autowired
    private RejectionReasons rejections;

    private JsonNode document = MissingNode.getInstance();
    private final Properties words = new Properties();

    /** Where the applications of a kind are found, and the diagram that they go through. */
    private record Place(String collection, String process) {

        static Place of(ApplicationKind kind) {
            return switch (kind) {
                case NEW_USER -> new Place("verifications", "new-user-verification");
                case ASSOCIATION -> new Place("associations", "associate-verified-account");
                case APPEAL -> new Place("appeals", "appeal");
                case OBJECTION -> new Place("objections", "object-to-appeal");
                case ENTERPRISE -> new Place("enterprise-verifications", "enterprise-verification");
            };
        }
    }

    @BeforeEach
    void read() throws IOException {
        document = Client.nobody(walk.port()).get("/v3/api-docs").body();
        try (Reader messages = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            words.load(messages);
        }
    }

    @Test
    void itsTablesAreThoseOfTheCode() throws IOException {
        Map<String, String> tables = Map.of(
                "routes", routes(),
                "kinds", kinds(),
                "outcomes", outcomes(),
                "reasons", reasons(),
                "refusals", refusals(),
                "fields", fields(),
                "required", required(),
                "sandbox", "```\n" + get(sandbox.url() + "/") + "```\n");
        String guide = GUIDE.content();

        assertThat(MADE.matcher(guide).results().map(found -> found.group(2)))
                .containsExactlyInAnyOrderElementsOf(tables.keySet());
        GUIDE.isHeldTo(MADE.matcher(guide)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "\n" + tables.get(found.group(2)) + "\n" + found.group(3))));
    }

    @Test
    void itExplainsEachWordThatClientsSendOrGet() throws IOException {
        String byHand = MADE.matcher(GUIDE.content()).replaceAll("");
        Set<String> explained = Pattern.compile("`([A-Za-z_]+)`")
                .matcher(byHand)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(explained)
                .containsAll(Stream.<Enum<?>[]>of(
                                ApplicationStatus.values(),
                                ActionType.values(),
                                ActionReason.values(),
                                OutcomeOption.values(),
                                AppealReason.values(),
                                DocumentType.values(),
                                EnterpriseType.values(),
                                LicenceType.values(),
                                VerificationMethod.values(),
                                CardType.values(),
                                AccountKind.values())
                        .flatMap(Stream::of)
                        .map(Enum::name)
                        .toList())
                .containsAll(
                        Stream.of(EvidenceKind.values()).map(EvidenceKind::part).toList())
                .containsAll(Stream.of(ClientMessage.values())
                        .map(ClientMessage::messageName)
                        .toList());
    }

    /** The ends that the API document shows for a kind are exactly those of its diagram. */
    @Test
    void endsThatAreShownAreThoseOfTheDiagrams() {
        KINDS.forEach(kind -> assertThat(ends(kind))
                .as(kind.name())
                .containsExactlyInAnyOrderElementsOf(
                        Bpmn.readModelFromFile(new File("bpmn/" + Place.of(kind).process() + ".bpmn"))
                                .getModelElementsByType(CamundaField.class)
                                .stream()
                                .filter(field -> field.getCamundaName().equals("outcome"))
                                .map(field -> field.getCamundaString().getTextContent())
                                .collect(Collectors.toSet())));
    }

    private static String get(String url) throws IOException {
        try (InputStream page = URI.create(url).toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String routes() {
        Map<String, String> rows = new LinkedHashMap<>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation -> rows.put(
                                path.getKey() + " " + operation.getKey(),
                                row(
                                        code(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()),
                                        code(operation
                                                .getValue()
                                                .path("operationId")
                                                .asText()),
                                        operation.getValue().path("summary").asText()))));
        return table(List.of("route", "operation", ""), new TreeMap<>(rows).values());
    }

    private String kinds() {
        return table(
                List.of("`kind`", "typed door", "engine door", "actions"),
                KINDS.stream()
                        .map(kind -> row(
                                code(kind.name()),
                                code(API + Place.of(kind).collection()),
                                code(Place.of(kind).process()),
                                codes(actions(kind))))
                        .toList());
    }

    private String outcomes() {
        return table(
                List.of("`code`", "`status`", "of", "`message`"),
                Stream.of(OutcomeCode.values())
                        .map(outcome -> row(
                                code(outcome.name()),
                                code(outcome.status().name()),
                                codes(KINDS.stream()
                                        .filter(kind -> ends(kind).contains(outcome.name()))
                                        .map(Enum::name)
                                        .toList()),
                                words("outcome." + outcome)))
                        .toList());
    }

    private String reasons() {
        List<String> rows = new ArrayList<>();
        for (OutcomeCode outcome : OutcomeCode.values()) {
            for (OutcomeReason reason : OutcomeReason.values()) {
                String key = "outcome." + outcome + "." + reason;
                if (words.containsKey(key)) {
                    rows.add(row(code(outcome.name()), code(reason.name()), words(key)));
                }
                String because = "outcome." + outcome + ".because";
                if (words.containsKey(because)
                        && reason.isReviewers()
                        && offered(outcome).contains(reason.name())) {
                    rows.add(row(
                            code(outcome.name()),
                            code(reason.name()),
                            words(because)
                                    .replace(
                                            "{0}",
                                            Objects.requireNonNull(
                                                            reasonWords.all().get(ReviewReason.valueOf(reason.name())))
                                                    .english())));
                }
            }
        }
        return table(List.of("`code`", "`reason`", "`message`"), rows);
    }

    /** The reasons that a reviewer may have for an outcome. */
    private Set<String> offered(OutcomeCode outcome) {
        return switch (outcome) {
            case APPEAL_REJECTED -> names(rejections.of(ApplicationKind.APPEAL, AppealReason.NOT_MY_OPERATION, true));
            case DOCUMENTS_REJECTED -> names(rejections.of(ApplicationKind.NEW_USER, null, false));
            default -> names(rejections.of(ApplicationKind.ENTERPRISE, null, false));
        };
    }

    private static Set<String> names(Set<ReviewReason> reasons) {
        return reasons.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private String refusals() {
        Map<String, Set<String>> operations = new TreeMap<>();
        int all = 0;
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                all++;
                operation
                        .path("responses")
                        .fields()
                        .forEachRemaining(answer -> answer.getValue()
                                .at("/content/application~1problem+json/examples")
                                .fieldNames()
                                .forEachRemaining(code -> operations
                                        .computeIfAbsent(answer.getKey() + " " + code, key -> new TreeSet<>())
                                        .add(operation.path("operationId").asText())));
            }
        }
        int allButOne = all - 1;
        return table(
                List.of("status", "`code`", "of", "`detail`"),
                operations.entrySet().stream()
                        .map(refusal -> {
                            String status = refusal.getKey().substring(0, 3);
                            String code = refusal.getKey().substring(4);
                            Set<String> of = refusal.getValue();
                            return row(
                                    status,
                                    code(code),
                                    of.size() >= allButOne ? "all" : of.size() > 8 ? "most" : codes(of),
                                    words("refusal." + code));
                        })
                        .toList());
    }

    private String fields() {
        return table(
                List.of("`code`", "`detail`"),
                words.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("field."))
                        .map(key -> key.substring("field.".length()))
                        .filter(code -> !OF_REVIEWERS.contains(code))
                        .sorted()
                        .map(code -> row(code(code), words("field." + code)))
                        .toList());
    }

    private String required() {
        List<String> rows = new ArrayList<>();
        Set<String> sent = new TreeSet<>();
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                for (JsonNode content : operation.path("requestBody").path("content")) {
                    collect(content.path("schema"), sent);
                }
            }
        }
        for (String name : sent) {
            JsonNode schema = document.at("/components/schemas/" + name);
            Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> optional = new TreeSet<>();
            schema.path("properties").fieldNames().forEachRemaining(optional::add);
            optional.removeAll(required);
            rows.add(row(code(name), codes(required), codes(optional)));
        }
        return table(List.of("body", "required", "optional"), rows);
    }

    private void collect(JsonNode schema, Set<String> names) {
        String ref = schema.path("$ref").asText("");
        if (!ref.isEmpty() && names.add(ref.substring(ref.lastIndexOf('/') + 1))) {
            for (JsonNode property : document.at(ref.substring(1)).path("properties")) {
                collect(property, names);
            }
        }
    }

    private Set<String> ends(ApplicationKind kind) {
        return shown(kind, "/outcome/code");
    }

    private Set<String> actions(ApplicationKind kind) {
        return shown(kind, "/action/type");
    }

    /** The values in the examples of an answer about an application of the kind. */
    private Set<String> shown(ApplicationKind kind, String pointer) {
        Set<String> values = new TreeSet<>();
        JsonNode examples = document.at("/paths/"
                + (API + Place.of(kind).collection() + "/{id}").replace("/", "~1")
                + "/get/responses/200/content/application~1json/examples");
        examples.forEach(example -> {
            JsonNode value = document.at(example.path("$ref").asText().substring(1) + "/value" + pointer);
            if (value.isTextual()) {
                values.add(value.asText());
            }
        });
        return values;
    }

    private String words(String key) {
        assertThat(words).containsKey(key);
        return words.getProperty(key)
                .replace("''", "'")
                .replace("{0}", "c\\*\\*\\*n")
                .replace("{1}", "JD_MALL");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String codes(Iterable<String> texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(ApiGuideTest::code)
                .collect(Collectors.joining(", "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String table(List<String> heads, Iterable<String> rows) {
        return row(heads.toArray(String[]::new)) + "\n|" + "---|".repeat(heads.size()) + "\n" + String.join("\n", rows)
                + "\n";
    }
}
