package io.realname.dev;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Creates the users of the demo. The password of a user is the user name + {@code -demo}. */
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoUsers implements ApplicationRunner {

    private final IdentityService identities;

    DemoUsers(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        user("reviewer1", "appeal-review");
        user("reviewer2", "appeal-review");
        user("senior1", "senior-review");
        user("senior2", "senior-review");
        user("enterprise1", "enterprise-review");
        user("analyst1", "analysts");
        user("operator1", "operators");
    }

    private void user(String id, String group) {
        if (identities.createUserQuery().userId(id).count() > 0) {
            return;
        }
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            var created = identities.newGroup(group);
            created.setName(group);
            created.setType("WORKFLOW");
            identities.saveGroup(created);
        }
        var user = identities.newUser(id);
        user.setFirstName(id);
        user.setLastName("Demo");
        user.setPassword(id + "-demo");
        // The password policy of production would refuse the demo passwords.
        ((IdentityServiceImpl) identities).saveUser(user, true);
        identities.createMembership(id, group);
    }
}
