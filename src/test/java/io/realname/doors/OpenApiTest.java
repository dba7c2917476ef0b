package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.CommittedFile;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeOption;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The API document that the running app serves says what the contract says, and does not change by accident. */
@RealnameTest
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final People PEOPLE = People.of(2300, 2399);

    @Autowired
    private Walk walk;

    @Test
    void itHasTheRoutesOfTheContractAndNoOthers() {
        Set<String> routes = new TreeSet<>();
        document()
                .get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method + " " + path.getKey())));

        assertThat(routes)
                .containsExactlyInAnyOrder(
                        "put /api/v1/accounts/{userName}",
                        "get /api/v1/accounts/{userName}/verification",
                        "get /api/v1/banks",
                        "post /api/v1/verifications",
                        "get /api/v1/verifications/{id}",
                        "delete /api/v1/verifications/{id}",
                        "post /api/v1/verifications/{id}/mobile-code",
                        "post /api/v1/verifications/{id}/mobile-code/resend",
                        "post /api/v1/verifications/{id}/bank-card",
                        "post /api/v1/associations",
                        "get /api/v1/associations/{id}",
                        "delete /api/v1/associations/{id}",
                        "post /api/v1/associations/{id}/mobile-code",
                        "post /api/v1/associations/{id}/mobile-code/resend",
                        "post /api/v1/verifications/{id}/evidence",
                        "post /api/v1/appeals",
                        "get /api/v1/appeals/{id}",
                        "delete /api/v1/appeals/{id}",
                        "post /api/v1/appeals/{id}/evidence",
                        "post /api/v1/objections",
                        "get /api/v1/objections/{id}",
                        "delete /api/v1/objections/{id}",
                        "post /api/v1/objections/{id}/mobile-code",
                        "post /api/v1/objections/{id}/mobile-code/resend",
                        "post /api/v1/enterprise-verifications",
                        "get /api/v1/enterprise-verifications/{id}",
                        "delete /api/v1/enterprise-verifications/{id}",
                        "post /api/v1/enterprise-verifications/{id}/amount",
                        "post /api/v1/enterprise-verifications/{id}/evidence");
    }

    @Test
    void eachRouteHasItsAnswers() {
        assertAnswers("put", "/accounts/{userName}", "200", "201", "400", "401", "403", "413", "415", "422", "503");
        assertAnswers("get", "/accounts/{userName}/verification", "200", "401", "403", "404", "406", "503");
        assertAnswers("get", "/banks", "200", "401", "406", "503");
        assertAnswers("post", "/verifications", "201", "400", "401", "403", "406", "409", "413", "415", "422", "503");
        assertAnswers("get", "/verifications/{id}", "200", "400", "401", "403", "404", "406", "503");
        assertAnswers("delete", "/verifications/{id}", "200", "401", "403", "404", "406", "409", "503");
        assertAnswers(
                "post",
                "/verifications/{id}/mobile-code",
                "200",
                "400",
                "401",
                "403",
                "404",
                "406",
                "409",
                "413",
                "415",
                "422",
                "429",
                "503");
        assertAnswers(
                "post",
                "/verifications/{id}/mobile-code/resend",
                "200",
                "400",
                "401",
                "403",
                "404",
                "406",
                "409",
                "422",
                "429",
                "503");
        assertAnswers(
                "post",
                "/verifications/{id}/bank-card",
                "200",
                "400",
                "401",
                "403",
                "404",
                "406",
                "409",
                "413",
                "415",
                "422",
                "503");
    }

    @Test
    void itIsTheDocumentThatIsCommitted() throws IOException {
        String served = JSON.writeValueAsString(JSON.treeToValue(document(), Object.class)) + "\n";

        CommittedFile.at("docs/openapi.json", "docs/write-api").isHeldTo(served);
    }

    @Test
    void itsOperationsAreNamedAsDevelopersCallThem() {
        assertThat(operations().map(operation -> operation.path("operationId").asText()))
                .containsExactlyInAnyOrder(
                        "putAccount",
                        "getAccountVerification",
                        "listBanks",
                        "startVerification",
                        "getVerification",
                        "withdrawVerification",
                        "submitMobileCode",
                        "resendMobileCode",
                        "correctBankCard",
                        "addEvidence",
                        "startAssociation",
                        "getAssociation",
                        "withdrawAssociation",
                        "submitAssociationMobileCode",
                        "resendAssociationMobileCode",
                        "startAppeal",
                        "getAppeal",
                        "withdrawAppeal",
                        "addAppealEvidence",
                        "startObjection",
                        "getObjection",
                        "withdrawObjection",
                        "submitObjectionMobileCode",
                        "resendObjectionMobileCode",
                        "startEnterpriseVerification",
                        "getEnterpriseVerification",
                        "withdrawEnterpriseVerification",
                        "addEnterpriseEvidence",
                        "confirmAmount");
    }

    @Test
    void itSaysWhichFieldsAreAlwaysThere() {
        assertRequired("NewUserApplication", "account", "agreementAccepted", "bankCard", "document", "realName");
        assertRequired("BankCard", "mobile", "number");
        assertRequired("Document", "number", "type");
        assertRequired("Account", "kind", "site");
        assertRequired("AppealForm", "appeal");
        assertRequired("AppealApplication", "account", "contactMobile", "reason");
        assertRequired("Application", "account", "action", "createdAt", "id", "kind", "outcome", "status", "updatedAt");
        assertRequired("Action", "type");
        assertRequired("Outcome", "code", "message", "options");
        assertRequired("Problem", "code", "detail", "status", "title");
        assertThat(document()
                        .at("/components/schemas/Application/properties/action/anyOf/1/type")
                        .asText())
                .isEqualTo("null");
        assertThat(document().at("/components/schemas/Verification/properties/realName/type"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("string", "null");
    }

    /** A client that was generated from a closed enum cannot read the first answer with a newer value. */
    @Test
    void enumsOfAnswersAreOpen() {
        JsonNode schemas = document().at("/components/schemas");
        Set<String> requests = Set.of("Account", "AppealApplication", "Document", "EnterpriseApplication", "Licence");
        schemas.fields().forEachRemaining(schema -> {
            if (!requests.contains(schema.getKey())) {
                assertThat(schema.getValue().findValues("enum"))
                        .as(schema.getKey())
                        .isEmpty();
            }
        });

        assertThat(known(schemas.at("/Outcome/properties/code"))).isEqualTo(names(OutcomeCode.values()));
        assertThat(known(schemas.at("/Outcome/properties/options/items"))).isEqualTo(names(OutcomeOption.values()));
        assertThat(known(schemas.at("/Application/properties/status"))).isEqualTo(names(ApplicationStatus.values()));
        assertThat(known(schemas.at("/Action/properties/type"))).isEqualTo(names(ActionType.values()));
        assertThat(known(schemas.at("/Problem/properties/code")))
                .contains("INVALID_APPLICATION", "UNAUTHORIZED", "PAYLOAD_TOO_LARGE");
    }

    @Test
    void itShowsEachStepAndEachEnd() {
        Set<String> shown = new TreeSet<>();
        document().at("/components/examples").fields().forEachRemaining(example -> {
            JsonNode value = example.getValue().path("value");
            shown.add(value.at("/action/type").asText());
            shown.add(value.at("/outcome/code").asText());
        });

        assertThat(shown).containsAll(names(ActionType.values())).containsAll(names(OutcomeCode.values()));
    }

    @Test
    void routesOfStepsThatAKindNeverHasAreNotThere() {
        for (String collection : List.of("appeals", "enterprise-verifications")) {
            String path = "/api/v1/" + collection + "/" + UUID.randomUUID() + "/mobile-code";
            assertProblem(walk.mall().post(path, "{\"code\":\"123456\"}"), 404, "NOT_FOUND");
            assertProblem(walk.mall().post(path + "/resend", ""), 404, "NOT_FOUND");
        }
    }

    @Test
    void itIsServedWhereverTheAppIs() {
        assertThat(document().at("/servers")).hasSize(1);
        assertThat(document().at("/servers/0/url").asText()).isEqualTo("/");
    }

    @Test
    void itsExamplesAreAccepted() {
        Client mall = walk.mall();
        ObjectNode account = example("Account");
        ObjectNode application = example("NewUserApplication");
        String userName = application.path("account").asText();
        assertThat(walk.accounts()
                        .put("/api/v1/accounts/" + userName, account.toString())
                        .status())
                .isIn(200, 201);

        Reply started = mall.post("/api/v1/verifications", application);
        assertThat(started.status()).isEqualTo(201);
        Reply waiting = walk.settled(started.at("/id"));
        assertThat(waiting.at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        Reply code = mall.post(started.header("Location") + "/mobile-code", example("MobileCode"));
        // The code is read; it is right only by chance.
        assertThat(code.at("/code")).isIn("MOBILE_CODE_WRONG", "");
        assertThat(code.status()).isIn(422, 200);

        ObjectNode association = example("AssociationApplication");
        association.remove("follows");
        walk.account(association.path("account").asText(), "JD_CLOUD", null);
        assertThat(mall.post("/api/v1/associations", association).status()).isEqualTo(201);

        Applicant other = walk.known(PEOPLE.nextWithMobileEnding("0001"));
        String id = walk.confirmed(Entrance.TYPED.of(mall), other);
        walk.settled(id);
        assertThat(mall.post("/api/v1/verifications/" + id + "/bank-card", example("BankCard"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void itsPageIsThere() {
        Client anybody = Client.nobody(walk.port());

        Reply page = anybody.get("/swagger-ui/index.html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).contains("swagger-ui");
        assertThat(anybody.get("/swagger-ui.html").header("Location")).endsWith("/swagger-ui/index.html");
        assertThat(anybody.get("/v3/api-docs/swagger-config").status()).isEqualTo(200);
    }

    private void assertAnswers(String method, String path, String... statuses) {
        Set<String> answers = new TreeSet<>();
        JsonNode operation = document().at("/paths/" + ("/api/v1" + path).replace("/", "~1") + "/" + method);
        operation.path("responses").fieldNames().forEachRemaining(answers::add);

        assertThat(answers).as(method + " " + path).containsExactlyInAnyOrder(statuses);
        operation.path("responses").fields().forEachRemaining(answer -> {
            if (answer.getKey().compareTo("400") >= 0) {
                assertThat(answer.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asText())
                        .as(method + " " + path + " " + answer.getKey())
                        .isEqualTo("#/components/schemas/Problem");
                JsonNode examples = answer.getValue().at("/content/application~1problem+json/examples");
                assertThat(examples)
                        .as(method + " " + path + " " + answer.getKey())
                        .isNotEmpty();
                examples.fieldNames()
                        .forEachRemaining(code -> assertThat(
                                        answer.getValue().path("description").asText())
                                .contains(code));
            }
        });
    }

    private void assertRequired(String schema, String... fields) {
        assertThat(document().at("/components/schemas/" + schema + "/required"))
                .as(schema)
                .extracting(JsonNode::asText)
                .containsExactly(fields);
    }

    private Stream<JsonNode> operations() {
        return elements(document().get("paths")).flatMap(OpenApiTest::elements);
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static List<String> known(JsonNode property) {
        assertThat(property.path("type").asText()).isEqualTo("string");
        assertThat(property.path("description").asText()).contains("More values may be added");
        return elements(property.path("x-extensible-enum"))
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private JsonNode document() {
        Reply reply = Client.nobody(walk.port()).get("/v3/api-docs");
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    /** A body that consists of the examples of a schema's fields. */
    private ObjectNode example(String schema) {
        ObjectNode body = JSON.createObjectNode();
        document().at("/components/schemas/" + schema + "/properties").fields().forEachRemaining(field -> {
            JsonNode property = field.getValue();
            JsonNode value = property.has("example")
                    ? read(property)
                    : property.has("$ref")
                            ? example(property.get("$ref").asText().replaceAll(".*/", ""))
                            : null;
            if (value != null) {
                body.set(field.getKey(), value);
            }
        });
        return body;
    }

    private static JsonNode read(JsonNode property) {
        JsonNode example = property.get("example");
        boolean text = property.path("type").asText().equals("string");
        if (text || !(example instanceof TextNode)) {
            return example;
        }
        try {
            return JSON.readTree(example.asText());
        } catch (IOException e) {
            throw new IllegalStateException("no example of its type: " + property, e);
        }
    }
}
