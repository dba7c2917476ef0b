package io.realname.staff.process;

import io.realname.staff.StaffClaims;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineBootstrapCommand;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's users and groups, for a command that runs beside the app: an engine that runs no jobs, writes no history, and
 * changes no tables. Not a component: only the command has it.
 */
public final class EngineUsers implements DisposableBean {

    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_.!";
    private static final int PASSWORD_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataSource database;
    private @Nullable ProcessEngine engine;

    public EngineUsers(DataSource database) {
        this.database = database;
    }

    /** Whether the app has started once with this database: only then there are users and groups. */
    public boolean areThere() {
        return JdbcClient.create(database)
                .sql("select to_regclass('act_id_user') is not null and to_regclass('act_id_group') is not null")
                .query(Boolean.class)
                .single();
    }

    /** The groups that people can be in. */
    public Set<String> groups() {
        return identities().createGroupQuery().list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The groups that a user is in. */
    public Set<String> groupsOf(String login) {
        return identities().createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean exists(String login) {
        return identities().createUserQuery().userId(login).count() > 0;
    }

    public static boolean isLogin(String login) {
        return StaffClaims.isLogin(login);
    }

    /** Whether the engine's policy takes the password of this user: long enough, of four kinds, without the login. */
    public boolean isStrong(String password, String login) {
        User user = identities().newUser(login);
        PasswordPolicyResult result =
                identities().checkPasswordAgainstPolicy(new DefaultPasswordPolicyImpl(), password, user);
        return result.isValid();
    }

    /** A password that the policy takes, which nobody has had. */
    public String newPassword(String login) {
        while (true) {
            String password = RANDOM.ints(PASSWORD_LENGTH, 0, SIGNS.length())
                    .mapToObj(n -> String.valueOf(SIGNS.charAt(n)))
                    .collect(Collectors.joining());
            if (isStrong(password, login)) {
                return password;
            }
        }
    }

    /** Makes the user, or gives an existing one another password. */
    public void save(String login, @Nullable String name, String password) {
        User user = identities().createUserQuery().userId(login).singleResult();
        if (user == null) {
            user = identities().newUser(login);
            user.setFirstName(name == null ? login : name);
            user.setLastName("");
        } else if (name != null) {
            user.setFirstName(name);
            user.setLastName("");
        }
        user.setPassword(password);
        identities().saveUser(user);
        identities().unlockUser(login);
    }

    public void join(String login, String group) {
        identities().createMembership(login, group);
    }

    private IdentityService identities() {
        ProcessEngine started = engine;
        if (started == null) {
            started = start();
            engine = started;
        }
        return started.getIdentityService();
    }

    private ProcessEngine start() {
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("users");
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("false");
        settings.setJobExecutorActivate(false);
        settings.setMetricsEnabled(false);
        settings.setDmnEnabled(false);
        settings.setCmmnEnabled(false);
        // The default generator takes a second connection, which a command does not have.
        settings.setIdGenerator(new StrongUuidGenerator());
        // So that a new user may see and change their own profile, as those whom Admin makes.
        settings.setAuthorizationEnabled(true);
        settings.setEnablePasswordPolicy(true);
        settings.setUserResourceWhitelistPattern(StaffClaims.LOGIN.pattern());
        settings.setGroupResourceWhitelistPattern(StaffClaims.LOGIN.pattern());
        HistoryLevel none = new NoHistory(historyLevel());
        settings.setCustomHistoryLevels(List.of(none));
        settings.setHistory(none.getName());
        // It would change the app's job that cleans up.
        settings.setProcessEngineBootstrapCommand(new NoBootstrap());
        return settings.buildProcessEngine();
    }

    /** That of the app. The engine refuses to start with another one. */
    private int historyLevel() {
        return JdbcClient.create(database)
                .sql("select value_::int from act_ge_property where name_ = 'historyLevel'")
                .query(Integer.class)
                .single();
    }

    @Override
    public void destroy() {
        if (engine != null) {
            engine.close();
        }
    }

    private record NoHistory(int id) implements HistoryLevel {

        @Override
        public int getId() {
            return id;
        }

        @Override
        public String getName() {
            return "as-the-app-and-silent";
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object about) {
            return false;
        }
    }

    private static final class NoBootstrap implements ProcessEngineBootstrapCommand {

        @Override
        @SuppressWarnings("NullAway")
        public Void execute(CommandContext context) {
            return null;
        }
    }
}
