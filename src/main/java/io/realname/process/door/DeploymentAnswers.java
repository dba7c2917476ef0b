package io.realname.process.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.process.deployment.DeploymentProblem;
import io.realname.process.deployment.DeploymentResult;
import io.realname.process.deployment.DeploymentResult.Deployed;
import io.realname.process.deployment.DeploymentResult.Proposed;
import io.realname.process.deployment.DeploymentResult.Unchanged;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentWithDefinitionsDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers the Modeler in the form of the engine's own API, with a sentence more that says what has happened. */
final class DeploymentAnswers {

    /** With the engine's format of times. */
    private static final ObjectMapper JSON = JacksonConfigurator.configureObjectMapper(new ObjectMapper());

    private DeploymentAnswers() {}

    static void result(DeploymentResult result, HttpServletResponse response) throws IOException {
        if (result instanceof Deployed deployed) {
            ObjectNode body = JSON.valueToTree(DeploymentWithDefinitionsDto.fromDeployment(deployed.deployment()));
            body.put("message", "A new version is in force. Changed: " + String.join(", ", deployed.changed()) + ".");
            write(HttpStatus.OK, MediaType.APPLICATION_JSON_VALUE, body, response);
        } else if (result instanceof Proposed proposed) {
            ObjectNode body = without(
                    proposed.proposal().toString(),
                    proposed.name(),
                    "Not in force yet: a second person approves it on the page /operations/. Changed: "
                            + String.join(", ", proposed.changed()) + ".");
            write(HttpStatus.ACCEPTED, MediaType.APPLICATION_JSON_VALUE, body, response);
        } else if (result instanceof Unchanged unchanged) {
            ObjectNode body = without(
                    unchanged.deployment(),
                    unchanged.name(),
                    "Nothing has changed: these files are in force already, so there is no new version.");
            write(HttpStatus.OK, MediaType.APPLICATION_JSON_VALUE, body, response);
        }
    }

    static void refusal(ParseException refused, HttpServletResponse response) throws IOException {
        write(
                HttpStatus.BAD_REQUEST,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                JSON.valueToTree(DeploymentProblem.of(refused)),
                response);
    }

    /** The Modeler reads this list only to see whether it may. So it is empty. */
    static void list(HttpServletResponse response) throws IOException {
        write(HttpStatus.OK, MediaType.APPLICATION_JSON_VALUE, List.of(), response);
    }

    /** The Modeler warns if a diagram is made for another version of the engine. */
    static void version(HttpServletResponse response) throws IOException {
        String version = ProcessEngine.class.getPackage().getImplementationVersion();
        write(HttpStatus.OK, MediaType.APPLICATION_JSON_VALUE, Map.of("version", String.valueOf(version)), response);
    }

    /** An answer without definitions, as the engine gives it if nothing was deployed. */
    private static ObjectNode without(String id, String name, String message) {
        DeploymentWithDefinitionsDto none = new DeploymentWithDefinitionsDto();
        ObjectNode body = JSON.valueToTree(none);
        body.put("id", id);
        body.put("name", name);
        body.put("message", message);
        return body;
    }

    private static void write(HttpStatus status, String type, Object body, HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
