package io.realname.benchmark;

import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;

/** Real appeals, through the typed door, that wait for a reviewer. */
final class AppealsToCopy {

    private static final int FIRST_PERSON = 3_000_000;

    private AppealsToCopy() {}

    /** For each, somebody is verified, and somebody else appeals for the same person. */
    static void file(RunningSystem ours, Surroundings surroundings, int appeals)
            throws IOException, InterruptedException {
        Mall people = new Mall(
                HttpClient.newHttpClient(),
                ours.url(),
                "http://localhost:" + surroundings.sandboxPort(),
                surroundings.keys().secret());
        Visit visit = new Visit(people, (step, nanos) -> {});
        Client mall = Client.withSecret("mall", surroundings.keys().secret(), ours.port());
        for (int number = FIRST_PERSON; number < FIRST_PERSON + appeals; number++) {
            Applicant person = Applicant.number(number);
            visit.of(person);
            Appellant appellant = new Appellant(person, person.account() + "_own", number);
            accepted(mall.put("/api/v1/accounts/" + appellant.account(), """
                    {"site":"JD_MALL","kind":"PERSONAL"}"""));
            accepted(mall.upload(
                    "/api/v1/appeals",
                    appellant.form(
                            appellant.notMyOperation(),
                            List.of(Appellant.FRONT, Appellant.BACK, Appellant.HOLDING, Appellant.CERTIFICATE))));
        }
    }

    private static void accepted(Reply reply) {
        if (reply.status() >= 300) {
            throw new IllegalStateException(
                    reply.status() + " " + reply.response().body());
        }
    }
}
