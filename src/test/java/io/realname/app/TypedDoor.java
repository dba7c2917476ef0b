package io.realname.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Client.Reply;
import java.util.Map;

/** {@code /api/v1}. */
record TypedDoor(Client client, String collection) implements Door {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERIFICATIONS = "/api/v1/verifications";
    private static final String ASSOCIATIONS = "/api/v1/associations";
    private static final String APPEALS = "/api/v1/appeals";
    private static final String OBJECTIONS = "/api/v1/objections";
    private static final String ENTERPRISES = "/api/v1/enterprise-verifications";

    /** The collections whose applications are sent as forms, and the name of the part with the JSON. */
    private static final Map<String, String> FORMS = Map.of(APPEALS, "appeal", ENTERPRISES, "enterprise");

    TypedDoor(Client client) {
        this(client, VERIFICATIONS);
    }

    @Override
    public Door forAssociations() {
        return new TypedDoor(client, ASSOCIATIONS);
    }

    @Override
    public Door forAppeals() {
        return new TypedDoor(client, APPEALS);
    }

    @Override
    public Door forObjections() {
        return new TypedDoor(client, OBJECTIONS);
    }

    @Override
    public Door forEnterprises() {
        return new TypedDoor(client, ENTERPRISES);
    }

    @Override
    public Reply start(String application) {
        String part = FORMS.get(collection);
        return part == null
                ? client.post(collection, application)
                : client.upload(collection, Multipart.empty().json(part, application));
    }

    @Override
    public String idOf(Reply started) {
        return started.at("/id");
    }

    @Override
    public Reply submitCode(String id, String code) {
        return client.post(
                collection + "/" + id + "/mobile-code", JSON.createObjectNode().put("code", code));
    }

    @Override
    public Reply resend(String id) {
        return client.post(collection + "/" + id + "/mobile-code/resend", "");
    }

    @Override
    public Reply correctBankCard(String id, String bankCard) {
        return client.post(collection + "/" + id + "/bank-card", bankCard);
    }

    @Override
    public Reply submitAmount(String id, String amount) {
        return client.post(
                collection + "/" + id + "/amount", JSON.createObjectNode().put("amount", amount));
    }

    @Override
    public Reply withdraw(String id) {
        return client.delete(collection + "/" + id);
    }
}
