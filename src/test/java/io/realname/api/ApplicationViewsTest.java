package io.realname.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.application.ActionType;
import io.realname.application.Application;
import io.realname.application.ApplicationStatus;
import io.realname.application.Applications;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RealnameTest
class ApplicationViewsTest {

    private static final People PEOPLE = People.of(7700, 7709);

    @Autowired
    private Walk walk;

    @Autowired
    private Applications applications;

    @Autowired
    private ApplicationViews views;

    /** Somebody looks, and what is read in two steps ends between them. */
    @Test
    void applicationThatEndsWhileItIsReadIsShownAsItIsThen() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(Entrance.TYPED.of(walk.mall()), applicant);
        Application read = applications.get(UUID.fromString(id));
        assertThat(read.expects(ActionType.SUBMIT_MOBILE_CODE)).isTrue();
        assertThat(walk.mall().delete("/api/v1/verifications/" + id).status()).isEqualTo(200);

        ApplicationView shown = views.of(read, Locale.ENGLISH);

        assertThat(shown.status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(shown.action()).isNull();
    }
}
