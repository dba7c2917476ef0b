package io.realname.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.sandbox.SandboxServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From nothing to {@code VERIFIED} through the typed door, as a client app does it; the job executor is on. */
@RealnameTest
class VerificationWalkTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SandboxServer sandbox;

    @Test
    void aPersonWithABankCardVerifiesAnAccount() {
        Applicant applicant = Applicant.number(1);
        Client accounts = Client.named("accounts", port);
        Client mall = Client.named("mall", port);

        assertThat(accounts.put(
                                "/api/v1/accounts/" + applicant.account(),
                                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\"}")
                        .status())
                .isEqualTo(201);
        Reply started = mall.post("/api/v1/verifications", applicant.application());
        assertThat(started.status()).isEqualTo(201);
        String location = started.header("Location");

        Reply waiting = mall.get(location + "?wait=10");
        assertThat(waiting.at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");

        String code = sandbox.inbox().messages(applicant.mobile()).get(0).code();
        assertThat(mall.post(location + "/mobile-code", "{\"code\":\"" + code + "\"}")
                        .status())
                .isEqualTo(200);

        assertThat(mall.get(location + "?wait=10").at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(mall.get("/api/v1/accounts/" + applicant.account() + "/verification")
                        .at("/status"))
                .isEqualTo("VERIFIED");
    }
}
