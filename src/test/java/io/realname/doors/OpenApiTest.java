package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
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
                        "post /api/v1/appeals/{id}/mobile-code",
                        "post /api/v1/appeals/{id}/mobile-code/resend",
                        "post /api/v1/objections",
                        "get /api/v1/objections/{id}",
                        "delete /api/v1/objections/{id}",
                        "post /api/v1/objections/{id}/mobile-code",
                        "post /api/v1/objections/{id}/mobile-code/resend",
                        "post /api/v1/enterprise-verifications",
                        "get /api/v1/enterprise-verifications/{id}",
                        "delete /api/v1/enterprise-verifications/{id}",
                        "post /api/v1/enterprise-verifications/{id}/amount",
                        "post /api/v1/enterprise-verifications/{id}/evidence",
                        "post /api/v1/enterprise-verifications/{id}/mobile-code",
                        "post /api/v1/enterprise-verifications/{id}/mobile-code/resend");
    }

    @Test
    void eachRouteHasItsAnswers() {
        assertAnswers("put", "/accounts/{userName}", "200", "201", "400", "401", "403", "413", "415", "422", "503");
        assertAnswers("get", "/accounts/{userName}/verification", "200", "401", "403", "404", "503");
        assertAnswers("get", "/banks", "200");
        assertAnswers("post", "/verifications", "201", "400", "401", "403", "409", "413", "415", "422", "503");
        assertAnswers("get", "/verifications/{id}", "200", "400", "401", "403", "404", "503");
        assertAnswers("delete", "/verifications/{id}", "200", "401", "403", "404", "409", "503");
        assertAnswers(
                "post",
                "/verifications/{id}/mobile-code",
                "200",
                "400",
                "401",
                "403",
                "404",
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
                "409",
                "413",
                "415",
                "422",
                "503");
    }

    @Test
    void itIsTheDocumentThatIsCommitted() throws IOException {
        String served = JSON.writeValueAsString(JSON.treeToValue(document(), Object.class)) + "\n";
        Path written = Path.of("target", "openapi.json");
        Files.writeString(written, served);

        String committed;
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.json")) {
            committed = in == null ? "" : new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        assertThat(served)
                .as("The API has changed. If that is meant: cp %s src/test/resources/openapi.json", written)
                .isEqualTo(committed);
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
        // It is read; being the right one would be luck.
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
                assertThat(answer.getValue().path("description").asText()).matches("[A-Z].*[A-Z_]{5}.*");
            }
        });
    }

    /** Without the address, which differs from run to run. */
    private JsonNode document() {
        Reply reply = Client.nobody(walk.port()).get("/v3/api-docs");
        assertThat(reply.status()).isEqualTo(200);
        ObjectNode document = (ObjectNode) reply.body();
        document.remove("servers");
        return document;
    }

    /** A body put together from the examples of a schema's fields. */
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
