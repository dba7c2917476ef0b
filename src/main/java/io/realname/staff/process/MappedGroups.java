package io.realname.staff.process;

import io.realname.process.engine.EngineGroups;
import io.realname.staff.SingleSignOnProperties;
import io.realname.staff.SingleSignOnProperties.GroupOfProvider;
import io.realname.staff.WithSingleSignOn;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says in the log, at the start, which mapped groups do not exist. It does not stop the start: an administrator may remove a
 * group while the app runs, and the next start must still succeed.
 */
@Component
@WithSingleSignOn
@Order(Ordered.LOWEST_PRECEDENCE)
class MappedGroups implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MappedGroups.class);

    private final SingleSignOnProperties settings;
    private final IdentityService identities;

    MappedGroups(SingleSignOnProperties settings, IdentityService identities) {
        this.settings = settings;
        this.identities = identities;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> existing = identities.createGroupQuery().list().stream()
                .map(Group::getId)
                .filter(group -> !group.equals(EngineGroups.CLIENTS))
                .sorted()
                .toList();
        settings.groups().stream()
                .map(GroupOfProvider::group)
                .filter(group -> !existing.contains(group))
                .distinct()
                .forEach(group -> LOG.error(
                        "realname.single-sign-on.groups gives the group {}, which does not exist, so it gives nothing;"
                                + " there are {}",
                        group,
                        existing));
    }
}
