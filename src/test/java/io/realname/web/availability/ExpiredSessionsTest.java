package io.realname.web.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.RealnameTest;
import io.realname.database.NodeClock;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Sessions whose time is over are removed, but not by a node that does not know what time it is. */
@RealnameTest
class ExpiredSessionsTest {

    @Autowired
    private ExpiredSessions expired;

    @Autowired
    private NodeClock clock;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void setRight() {
        set(Duration.ZERO);
    }

    @Test
    void areRemoved() {
        String session = session(Duration.ofMinutes(-1));

        expired.remove();

        assertThat(isThere(session)).isFalse();
    }

    @Test
    void areNotRemovedByANodeWhoseClockIsOff() {
        set(Duration.ofHours(2));
        String session = session(Duration.ofMinutes(-1));

        expired.remove();

        assertThat(isThere(session)).isTrue();
    }

    private void set(Duration ahead) {
        ReflectionTestUtils.setField(clock, "clock", Clock.offset(Clock.systemUTC(), ahead));
    }

    private String session(Duration expiry) {
        String id = UUID.randomUUID().toString();
        long now = System.currentTimeMillis();
        jdbc.sql("""
                        insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                                                    max_inactive_interval, expiry_time)
                        values (:id, :id, :now, :now, 1800, :expiry)
                        """)
                .param("id", id)
                .param("now", now)
                .param("expiry", now + expiry.toMillis())
                .update();
        return id;
    }

    private boolean isThere(String session) {
        return jdbc.sql("select exists (select from spring_session where primary_id = ?)")
                .param(session)
                .query(Boolean.class)
                .single();
    }
}
