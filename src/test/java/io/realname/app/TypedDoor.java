package io.realname.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Client.Reply;

/** {@code /api/v1}. */
record TypedDoor(Client client) implements Door {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERIFICATIONS = "/api/v1/verifications";

    @Override
    public Reply start(String application) {
        return client.post(VERIFICATIONS, application);
    }

    @Override
    public String idOf(Reply started) {
        return started.at("/id");
    }

    @Override
    public Reply submitCode(String id, String code) {
        return client.post(
                VERIFICATIONS + "/" + id + "/mobile-code",
                JSON.createObjectNode().put("code", code));
    }

    @Override
    public Reply resend(String id) {
        return client.post(VERIFICATIONS + "/" + id + "/mobile-code/resend", "");
    }

    @Override
    public Reply correctBankCard(String id, String bankCard) {
        return client.post(VERIFICATIONS + "/" + id + "/bank-card", bankCard);
    }

    @Override
    public Reply withdraw(String id) {
        return client.delete(VERIFICATIONS + "/" + id);
    }
}
