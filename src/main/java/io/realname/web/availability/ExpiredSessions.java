package io.realname.web.availability;

import io.realname.database.NodeClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Removes the sessions of the web apps whose time is over, each minute. In place of Spring Session's own task: on a node
 * whose clock is ahead, that one would end everybody's session.
 */
@Component
class ExpiredSessions {

    private final JdbcIndexedSessionRepository sessions;
    private final NodeClock clock;

    ExpiredSessions(JdbcIndexedSessionRepository sessions, NodeClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 * * * * *")
    void remove() {
        if (!clock.isOff()) {
            sessions.cleanUpExpiredSessions();
        }
    }
}
