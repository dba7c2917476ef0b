package io.realname.desk.process.tasklist;

import io.realname.desk.process.ReviewByPeople;
import io.realname.process.engine.EngineCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The reviews that a reviewer may see, a page of them or their number, by statements for which there are indexes. The engine
 * joins each task with its groups and with all grants, removes duplicates and then sorts: that grows with the tasks.
 */
final class OfferedTasks {

    /**
     * The versions of the diagram of reviews, if the caller's grants are those that all reviewers have, and no others. Then
     * the caller may see every review and no other task: nothing has to be compared row by row.
     */
    private static final String SEEN = """
            select case when bool_or(of_reviews and perms_ & :read <> 0) and bool_and(of_reviews)
                then array(select id_ from act_re_procdef where key_ = :process) else '{}' end
            from (select type_ = 1 and resource_type_ = :definition and resource_id_ = :process as of_reviews, perms_
                  from act_ru_authorization
                  where resource_type_ in (:definition, :task)
                    and (user_id_ in (:user, '*') or group_id_ = any(:groups))) of_caller
            """;

    private static final String REVIEWS = " from act_ru_task t where t.proc_def_id_ = any(:definitions)";

    private static final String OFFERED =
            " exists (select from act_ru_identitylink i where i.task_id_ = t.id_ and i.type_ = 'candidate' and i.group_id_ = any(:groups))";

    private static final String HELD = " and t.assignee_ = :user";

    private final JdbcClient jdbc;

    OfferedTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param definitions the engine's ids of the versions of the diagram, at least one */
    record Reviews(EngineCaller caller, String[] definitions) {

        private Map<String, Object> values() {
            return Map.of("user", caller.user(), "groups", groups(caller), "definitions", definitions);
        }
    }

    /** Empty if the caller's grants are others than a reviewer's: then only the engine knows what they may see. */
    Optional<Reviews> of(EngineCaller caller) {
        String[] definitions = jdbc.sql(SEEN)
                .param("read", Permissions.READ_TASK.getValue())
                .param("definition", Resources.PROCESS_DEFINITION.resourceType())
                .param("task", Resources.TASK.resourceType())
                .param("process", ReviewByPeople.KEY)
                .param("user", caller.user())
                .param("groups", groups(caller))
                .query((row, n) -> (String[]) row.getArray(1).getArray())
                .single();
        return definitions.length == 0 ? Optional.empty() : Optional.of(new Reviews(caller, definitions));
    }

    /** The ids, in their order. What is offered and what is held are found by an index each. */
    List<String> page(Reviews reviews, PlainTaskQuery query) {
        String of = "(select " + String.join(", ", columns(query)) + REVIEWS + query.conditions();
        String sorted = " order by " + query.order() + " limit :last)";
        return jdbc.sql("select id_ from (" + of + " and" + OFFERED + sorted + " union " + of + HELD + sorted
                        + ") t order by " + query.order() + " limit :most offset :first")
                .params(reviews.values())
                .params(query.values())
                .param("last", query.first() + query.most())
                .param("first", query.first())
                .param("most", query.most())
                .query(String.class)
                .list();
    }

    long count(Reviews reviews, PlainTaskQuery query) {
        String of = "(select count(*)" + REVIEWS + query.conditions();
        return jdbc.sql("select " + of + " and" + OFFERED + ") + " + of + HELD + " and not" + OFFERED + ")")
                .params(reviews.values())
                .params(query.values())
                .query(Long.class)
                .single();
    }

    private static List<String> columns(PlainTaskQuery query) {
        List<String> columns = new ArrayList<>(query.columns());
        columns.add("t.id_");
        return columns;
    }

    private static String[] groups(EngineCaller caller) {
        return caller.groups().toArray(String[]::new);
    }
}
