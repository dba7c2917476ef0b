package io.realname.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Client.Reply;

/** {@code /api/v1}. */
record TypedDoor(Client client, String collection) implements Door {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERIFICATIONS = "/api/v1/verifications";
    private static final String ASSOCIATIONS = "/api/v1/associations";
    private static final String APPEALS = "/api/v1/appeals";
    private static final String OBJECTIONS = "/api/v1/objections";

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
    public Reply start(String application) {
        return collection.equals(APPEALS)
                ? client.upload(collection, Multipart.empty().json("appeal", application))
                : client.post(collection, application);
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
    public Reply withdraw(String id) {
        return client.delete(collection + "/" + id);
    }
}
