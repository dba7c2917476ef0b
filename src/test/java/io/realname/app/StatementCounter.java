package io.realname.app;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.ClassUtils;

/**
 * Records what happens in the database: each statement, by its text, each batch, each commit and each rollback. Only what requests and jobs do is recorded, each time: not what they look up once a second at most, not what
 * runs from time to time, such as the job executor's search for jobs, and not what the test itself does. So a test that sends one request after the other knows what each one did.
 */
public final class StatementCounter implements BeanPostProcessor {

    /** Statements were sent together: those that were added since the last time. */
    public static final String BATCH = "batch";

    /** Before the text of a statement that is not sent yet. */
    public static final String BATCHED = "batched: ";

    private static final String WEB_THREAD = "http-nio-";
    private static final String JOB_THREAD = "camundaTaskExecutor-";

    /** Definitions of the engine, and the count of a client's wrong secrets: each is looked up once a second at most. */
    private static final Pattern SELDOM = Pattern.compile(
            "(?is).*\\bfrom\\s+(ACT_RE_PROCDEF|ACT_RE_DECISION_DEF|ACT_RU_JOBDEF|client_secret_throttle)\\s+(p1\\s+inner\\s+join|where)\\b.*");

    private static final Duration SECOND = Duration.ofMillis(900);

    private static final Set<String> NOTED_OF_CONNECTIONS = Set.of("commit", "rollback");

    private final Queue<Noted> noted = new ConcurrentLinkedQueue<>();

    /** When each of {@link #SELDOM} was last looked up, by statement and parameters. */
    private final Map<String, Instant> lookedUp = new ConcurrentHashMap<>();

    private record Noted(boolean request, String what) {}

    /** What requests did since the last call, in order. */
    public List<String> take() {
        return taken().stream().filter(Noted::request).map(Noted::what).toList();
    }

    /** What requests and jobs did since the last call, in order. */
    public List<String> takeWithJobs() {
        return taken().stream().map(Noted::what).toList();
    }

    private List<Noted> taken() {
        List<Noted> taken = new ArrayList<>();
        for (Noted next = noted.poll(); next != null; next = noted.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Works below the pool, before the pool has started: what is in front of the pool stays unchanged. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool) {
            pool.setDataSource(new Counted(new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword())));
        }
        return bean;
    }

    private void note(String what, Map<Object, Object> parameters) {
        String thread = Thread.currentThread().getName();
        boolean request = thread.startsWith(WEB_THREAD);
        if ((request || thread.startsWith(JOB_THREAD)) && !isSeldom(what, parameters)) {
            noted.add(new Noted(request, what));
        }
    }

    private boolean isSeldom(String what, Map<Object, Object> parameters) {
        if (!SELDOM.matcher(what).matches()) {
            return false;
        }
        Instant now = Instant.now();
        Instant last = lookedUp.put(what + parameters, now);
        return last == null || last.isBefore(now.minus(SECOND));
    }

    private final class Counted extends DelegatingDataSource {

        private Counted(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return (Connection) proxy(super.getConnection(), null);
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return (Connection) proxy(super.getConnection(username, password), null);
        }
    }

    /** @param sql the text of a prepared statement */
    private Object proxy(Object target, @Nullable String sql) {
        Map<Object, Object> parameters = new TreeMap<>();
        InvocationHandler handler = (proxy, method, args) -> {
            if (method.getName().equals("equals")) {
                return args != null && proxy == args[0];
            }
            if (target instanceof Statement && method.getName().equals("executeBatch")) {
                note(BATCH, Map.of());
            } else if (target instanceof Statement && method.getName().startsWith("execute")) {
                note(sql != null ? sql : args != null ? (String) args[0] : method.getName(), parameters);
            } else if (target instanceof Statement && method.getName().equals("addBatch")) {
                note(BATCHED + (sql != null ? sql : args == null ? "" : args[0]), parameters);
            } else if (target instanceof Connection && NOTED_OF_CONNECTIONS.contains(method.getName())) {
                note(method.getName(), Map.of());
            } else if (target instanceof PreparedStatement && method.getName().startsWith("set") && args.length > 1) {
                parameters.put(args[0], String.valueOf(args[1]));
            }
            Object result = invoke(target, method, args);
            return result instanceof Statement && !method.getName().equals("unwrap")
                    ? proxy(result, args != null && args.length > 0 && args[0] instanceof String text ? text : null)
                    : result;
        };
        return Proxy.newProxyInstance(
                StatementCounter.class.getClassLoader(), ClassUtils.getAllInterfaces(target), handler);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
