package io.realname.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.app.Applicant;
import io.realname.app.AtOnce;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.People;
import io.realname.app.Walk;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The verified account gets its number at the moment at which the applicants who wait for it withdraw. */
@RaceSettings
class NumberOrWithdrawalRaceIT {

    private static final People PEOPLE = People.of(8870, 8889);
    private static final int ROUNDS = 8;
    private static final List<String> SITES = List.of("JD_CLOUD", "JD_FINANCE");

    @Autowired
    private Walk walk;

    @Autowired
    private RuntimeService runtime;

    @Test
    void neitherFailsForTheOther() {
        Door door = walk.typed().forAssociations();
        for (int round = 0; round < ROUNDS; round++) {
            Applicant owner = PEOPLE.next();
            walk.verified(walk.typed(), owner);
            List<String> waiting = SITES.stream()
                    .map(site -> waiting(door, owner, owner.account() + "_" + site.toLowerCase(Locale.ROOT), site))
                    .toList();

            List<Integer> answers = AtOnce.times(
                    1 + waiting.size(),
                    i -> i == 0
                            ? walk.accounts()
                                    .put(
                                            "/api/v1/accounts/" + owner.account(),
                                            "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"mobile\":\"%s\"}"
                                                    .formatted(owner.mobile()))
                                    .status()
                            : door.withdraw(waiting.get(i - 1)).status());

            assertThat(answers.get(0)).as("the account has its number").isEqualTo(200);
            // 409: the process was going on at this moment. The applicant can withdraw again at the next wait.
            assertThat(answers.subList(1, answers.size())).isSubsetOf(200, 409);
            for (int i = 0; i < waiting.size(); i++) {
                String id = waiting.get(i);
                if (answers.get(1 + i) == 409) {
                    await().until(() -> door.withdraw(id).status(), status -> status == 200);
                }
                assertThat(walk.ended("associations", id, "en").at("/status")).isEqualTo("WITHDRAWN");
            }
        }
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    private String waiting(Door door, Applicant owner, String account, String site) {
        walk.account(account, site, null);
        String id = door.idOf(
                door.start("{\"account\":\"%s\",\"verifiedAccount\":\"%s\"}".formatted(account, owner.account())));
        Reply asked = walk.ended("associations", id, "en");
        assertThat(asked.at("/action/type")).isEqualTo("BIND_MOBILE");
        return id;
    }
}
