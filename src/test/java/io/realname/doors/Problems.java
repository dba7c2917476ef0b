package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;

/** Checks what is true of every refusal. */
public final class Problems {

    private Problems() {}

    /** Checks that it is a problem of RFC 9457 with this status and code, and with texts for people. */
    public static Reply assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.at("/code")).isEqualTo(code);
        assertThat(reply.body().at("/status").asInt()).isEqualTo(status);
        assertThat(reply.at("/title")).isNotEmpty();
        assertThat(reply.at("/detail")).isNotEmpty();
        reply.body()
                .at("/errors")
                .forEach(error -> assertThat(error.at("/detail").asText()).isNotEmpty());
        return reply;
    }

    /** As above; also checks that only this field is wrong. */
    public static void assertProblem(Reply reply, int status, String code, String pointer, String fieldCode) {
        assertProblem(reply, status, code);
        assertThat(reply.body().at("/errors")).hasSize(1);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(reply.at("/errors/0/code")).isEqualTo(fieldCode);
    }

    /** A failure says which kind of value was in the answer, never the value. */
    public static void assertNothingPersonalIn(Reply reply, Applicant applicant) {
        String body = reply.response().body();
        assertThat(body.contains(applicant.name())).as("echoes the name").isFalse();
        assertThat(body.contains(applicant.residentId().substring(0, 17)))
                .as("echoes the document")
                .isFalse();
        assertThat(body.contains(applicant.pan().substring(0, 12)))
                .as("echoes the card")
                .isFalse();
        assertThat(body.contains(applicant.mobile())).as("echoes the mobile").isFalse();
    }
}
