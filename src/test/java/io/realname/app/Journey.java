package io.realname.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Client.Reply;
import io.realname.sandbox.SandboxServer;
import java.util.Map;

/** The way of applicants through the typed door, step by step. */
public final class Journey {

    private static final String VERIFICATIONS = "/api/v1/verifications";

    private final Client accounts;
    private final Client mall;
    private final SandboxServer sandbox;

    private Journey(Client accounts, Client mall, SandboxServer sandbox) {
        this.accounts = accounts;
        this.mall = mall;
        this.sandbox = sandbox;
    }

    public static Journey at(int port, SandboxServer sandbox) {
        return new Journey(Client.named("accounts", port), Client.named("mall", port), sandbox);
    }

    public Client client() {
        return mall;
    }

    /** Makes the applicant's account known. */
    public void account(Applicant applicant, String site) {
        Reply reply = accounts.put(
                "/api/v1/accounts/" + applicant.account(), "{\"site\":\"" + site + "\",\"kind\":\"PERSONAL\"}");
        assertThat(reply.status()).isIn(200, 201);
    }

    public Reply start(Applicant applicant, Map<String, String> headers) {
        return mall.send("POST", VERIFICATIONS, applicant.application().toString(), headers);
    }

    /** An application of a known or unknown account, taken. */
    public String start(Applicant applicant) {
        account(applicant, "JD_MALL");
        Reply started = start(applicant, Map.of());
        assertThat(started.status()).isEqualTo(201);
        return started.header("Location");
    }

    /** Where the application stands when it has left {@code IN_PROGRESS}. */
    public Reply settled(String location) {
        return mall.get(location + "?wait=30");
    }

    /** The newest code, once the application waits for it. */
    public String code(String location, Applicant applicant) {
        assertThat(settled(location).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        return sandbox.inbox().messages(applicant.mobile()).get(0).code();
    }

    public Reply submitCode(String location, String code) {
        return mall.post(location + "/mobile-code", "{\"code\":\"" + code + "\"}");
    }

    /** From nothing to where the bank is asked. */
    public String confirmed(Applicant applicant) {
        String location = start(applicant);
        assertThat(submitCode(location, code(location, applicant)).status()).isEqualTo(200);
        return location;
    }

    public Reply correctBankCard(String location, Applicant applicant) {
        return mall.post(location + "/bank-card", applicant.bankCard());
    }

    /** The id at the end of a location. */
    public static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Six digits that are not the code. */
    public static String not(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 111_111) % 1_000_000);
    }
}
