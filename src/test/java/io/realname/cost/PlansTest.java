package io.realname.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.CountedStatements;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.StatementCounter;
import io.realname.doors.WebApp;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Import;

/**
 * No statement of an application without any trouble reads a whole table that grows. Such a statement would be fast in
 * every other test, and slow after a year. The tables of a test are too small for indexes to pay, so the planner is told to
 * read whole tables only where it has no other way.
 */
@RealnameTest
@Import({CountedStatements.class, HappyPath.class})
class PlansTest {

    private static final People PEOPLE = People.of(9900, 9909);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** They have a few dozen rows, for ever. */
    private static final Set<String> SMALL = Set.of("call_rate", "act_re_procdef");

    /** Of what is open. While the table is small, the planner reads them as gladly as the primary key. */
    private static final Set<String> PARTIAL = Set.of("application_open_per_account");

    private static final Set<String> WITHOUT_PLAN = Set.of(StatementCounter.BATCH, "commit", "rollback");

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    @Autowired
    private HappyPath path;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private JdbcConnectionDetails database;

    @Test
    void happyPathsUseIndexes() {
        counter.takeWithJobs();
        Applicant verified = path.verified(PEOPLE.next());
        path.association(verified);
        Set<String> statements = counter.takeWithJobs().stream()
                .filter(sql -> !WITHOUT_PLAN.contains(sql))
                .map(sql -> StringUtils.removeStart(sql, StatementCounter.BATCHED))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(statements).hasSizeGreaterThan(50);

        Map<String, List<String>> slow = new LinkedHashMap<>();
        for (String statement : statements) {
            List<String> whole = readWhole(statement);
            if (!whole.isEmpty()) {
                slow.put(statement, whole);
            }
        }
        assertThat(slow).isEmpty();
    }

    /** The first page has the index in whose order it is; a page stops after its last task. */
    @Test
    void tasklistsFirstPageUsesIndexes() {
        WebApp reviewer = path.reviewer("appeal-review");
        counter.take();
        Reply page = reviewer.post(
                "/camunda/api/engine/engine/default/task?firstResult=0&maxResults=15",
                "{\"unassigned\":true,\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}");
        assertThat(page.status()).isEqualTo(200);
        List<String> ofTasks = counter.take().stream()
                .filter(sql -> sql.contains("act_ru_task t"))
                .toList();

        assertThat(ofTasks).hasSize(1);
        assertThat(readWhole(ofTasks.get(0))).isSubsetOf("realname_task_due");
    }

    /** So that the test above can fail. */
    @Test
    void findsATableThatIsReadWhole() {
        assertThat(readWhole("select id from application where outcome_reason = ?"))
                .containsExactly("application");
        assertThat(readWhole("select id from application where id = ?")).isEmpty();
        assertThat(readWhole("select count(id) from application")).containsExactly("application_pkey");
    }

    private List<String> readWhole(String statement) {
        List<String> whole = new ArrayList<>();
        collect(plan(statement), whole);
        whole.removeAll(SMALL);
        whole.removeAll(PARTIAL);
        return whole;
    }

    /** Over the simple protocol: the other one wants a value for each parameter, and there is none. */
    private JsonNode plan(String statement) {
        try (Connection connection = DriverManager.getConnection(
                        database.getJdbcUrl() + "?preferQueryMode=simple",
                        database.getUsername(),
                        database.getPassword());
                Statement planner = connection.createStatement()) {
            planner.execute("set enable_seqscan = off");
            try (ResultSet explained =
                    planner.executeQuery("explain (generic_plan, format json) " + numbered(statement))) {
                explained.next();
                return JSON.readTree(explained.getString(1));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new AssertionError(statement, e);
        }
    }

    /** The plan for any values. */
    private static String numbered(String statement) {
        Matcher parameter = PARAMETER.matcher(statement);
        StringBuilder numbered = new StringBuilder();
        for (int number = 1; parameter.find(); number++) {
            parameter.appendReplacement(numbered, "\\$" + number);
        }
        return parameter.appendTail(numbered).toString();
    }

    /** A whole index is as bad as a whole table. */
    private static void collect(JsonNode node, List<String> whole) {
        String kind = node.path("Node Type").asText();
        boolean all = kind.equals("Seq Scan")
                || (kind.startsWith("Index") || kind.equals("Bitmap Index Scan")) && !node.has("Index Cond");
        if (all) {
            whole.add(node.path("Index Name").asText(node.path("Relation Name").asText()));
        }
        node.forEach(child -> collect(child, whole));
    }
}
