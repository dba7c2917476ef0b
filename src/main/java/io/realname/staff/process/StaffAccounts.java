package io.realname.staff.process;

import io.realname.process.engine.EngineGroups;
import io.realname.staff.Admission;
import io.realname.staff.LoginProblem;
import io.realname.staff.StaffLogins;
import io.realname.staff.StaffMember;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a user of the engine for each person who logs in at the identity provider, and gives them at each login exactly the
 * groups that the provider's groups give. The engine's rules read users and groups from its tables: who may decide a task,
 * who is a colleague, who may look at an application.
 */
@Service
public class StaffAccounts {

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_005;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityService identities;
    private final StaffLogins logins;
    private final JdbcClient jdbc;

    StaffAccounts(IdentityService identities, StaffLogins logins, JdbcClient jdbc) {
        this.identities = identities;
        this.logins = logins;
        this.jdbc = jdbc;
    }

    /** Logins run one after the other, on all nodes: two of the same person would make the same user twice. */
    @Transactional
    public Admission admit(StaffMember member) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        String known = logins.of(member).filter(this::exists).orElse(null);
        Set<String> groups = existing(member.groups());
        if (groups.isEmpty()) {
            if (known != null) {
                join(known, Set.of());
            }
            return new Admission.Refused(LoginProblem.NO_GROUP);
        }
        if (known == null && exists(member.login())) {
            return new Admission.Refused(LoginProblem.LOGIN_TAKEN);
        }
        String login = known == null ? member.login() : known;
        save(member, login);
        join(login, groups);
        logins.keep(member, login);
        return new Admission.Admitted(login);
    }

    private boolean exists(String login) {
        return identities.createUserQuery().userId(login).count() > 0;
    }

    /** The group of client apps is never given to people. */
    private Set<String> existing(Set<String> groups) {
        Set<String> existing = new HashSet<>(groups);
        existing.retainAll(ids(identities.createGroupQuery().list()));
        existing.remove(EngineGroups.CLIENTS);
        return existing;
    }

    private void save(StaffMember member, String login) {
        // The web apps would show "null" for a missing part of a name.
        String firstName = Objects.requireNonNullElse(member.firstName(), login);
        String lastName = Objects.requireNonNullElse(member.lastName(), "");
        User user = identities.createUserQuery().userId(login).singleResult();
        if (user == null) {
            user = identities.newUser(login);
            // The engine cannot compare a password with none. Nobody knows this one.
            user.setPassword(unknown());
        } else if (firstName.equals(user.getFirstName()) && lastName.equals(user.getLastName())) {
            return;
        }
        user.setFirstName(firstName);
        user.setLastName(lastName);
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }

    private void join(String login, Set<String> wanted) {
        Set<String> present =
                ids(identities.createGroupQuery().groupMember(login).list());
        present.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> identities.deleteMembership(login, group));
        wanted.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identities.createMembership(login, group));
    }

    private static Set<String> ids(List<Group> groups) {
        Set<String> ids = new HashSet<>();
        groups.forEach(group -> ids.add(group.getId()));
        return ids;
    }

    private static String unknown() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
