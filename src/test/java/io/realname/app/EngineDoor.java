package io.realname.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Client.Reply;

/** {@code /engine-rest}: the same requests in the engine's own form. */
public record EngineDoor(Client client, String start) implements Door {

    public static final String START = "/engine-rest/process-definition/key/new-user-verification/start";
    public static final String MESSAGE = "/engine-rest/message";

    private static final String START_ASSOCIATION =
            "/engine-rest/process-definition/key/associate-verified-account/start";
    private static final String START_APPEAL = "/engine-rest/process-definition/key/appeal/start";
    private static final String START_OBJECTION = "/engine-rest/process-definition/key/object-to-appeal/start";

    private static final String START_ENTERPRISE = "/engine-rest/process-definition/key/enterprise-verification/start";

    private static final ObjectMapper JSON = new ObjectMapper();

    public EngineDoor(Client client) {
        this(client, START);
    }

    @Override
    public Door forAssociations() {
        return new EngineDoor(client, START_ASSOCIATION);
    }

    @Override
    public Door forAppeals() {
        return new EngineDoor(client, START_APPEAL);
    }

    @Override
    public Door forObjections() {
        return new EngineDoor(client, START_OBJECTION);
    }

    @Override
    public Door forEnterprises() {
        return new EngineDoor(client, START_ENTERPRISE);
    }

    @Override
    public Reply start(String application) {
        return client.post(start, startOf(application));
    }

    /** The body of a start. */
    public static ObjectNode startOf(String application) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("variables").set("application", variable("Json", application));
        return body;
    }

    @Override
    public String idOf(Reply started) {
        return started.at("/businessKey");
    }

    @Override
    public Reply submitCode(String id, String code) {
        ObjectNode message = message("MobileCodeSubmitted", id);
        message.putObject("processVariables").set("code", variable("String", code));
        return client.post(MESSAGE, message);
    }

    @Override
    public Reply resend(String id) {
        return client.post(MESSAGE, message("MobileCodeRequested", id));
    }

    @Override
    public Reply correctBankCard(String id, String bankCard) {
        ObjectNode message = message("BankCardSubmitted", id);
        message.putObject("processVariables").set("bankCard", variable("Json", bankCard));
        return client.post(MESSAGE, message);
    }

    @Override
    public Reply submitAmount(String id, String amount) {
        ObjectNode message = message("AmountSubmitted", id);
        message.putObject("processVariables").set("amount", variable("String", amount));
        return client.post(MESSAGE, message);
    }

    @Override
    public Reply withdraw(String id) {
        return client.post(MESSAGE, message("ApplicationWithdrawn", id));
    }

    /** The body of a message without variables. */
    public static ObjectNode message(String name, String id) {
        return JSON.createObjectNode().put("messageName", name).put("businessKey", id);
    }

    /** A variable as the engine's REST has it, marked transient. */
    public static ObjectNode variable(String type, String value) {
        ObjectNode variable = JSON.createObjectNode().put("type", type).put("value", value);
        variable.putObject("valueInfo").put("transient", true);
        return variable;
    }
}
