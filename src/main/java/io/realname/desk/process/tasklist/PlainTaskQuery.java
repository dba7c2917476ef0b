package io.realname.desk.process.tasklist;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.QueryPropertyImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;

/**
 * A query of tasks that asks for nothing but what our filters in Tasklist ask for: an assignee or none, a due date, a
 * priority; in an order of the task's own columns.
 *
 * @param conditions in SQL, for the task {@code t}; each begins with {@code and}
 * @param values of the conditions
 * @param columns by which the tasks are ordered, without the id
 * @param order in SQL, ends with the id
 * @param first how many tasks are left out
 * @param most how many are wanted
 */
record PlainTaskQuery(
        String conditions, Map<String, Object> values, Set<String> columns, String order, int first, int most) {

    /** As the engine names what a query asks for when it stores a filter. */
    private static final Set<String> UNDERSTOOD = Set.of(
            JsonTaskQueryConverter.ASSIGNEE,
            // The name of its expression.
            "taskAssignee",
            JsonTaskQueryConverter.UNASSIGNED,
            JsonTaskQueryConverter.DUE_BEFORE,
            JsonTaskQueryConverter.MIN_PRIORITY,
            JsonTaskQueryConverter.ORDERING_PROPERTIES);

    /** Beside each expression stands its value. */
    private static final String EXPRESSION = "Expression$";

    /** Lists that two queries leave when the engine makes one of them: a filter, and what Tasklist adds to it. */
    private static final String NOTHING = "[]";

    private static final JsonTaskQueryConverter AS_STORED = new JsonTaskQueryConverter();

    private static final Pattern COLUMN = Pattern.compile("(?:RES\\.)?([A-Z_]+)");

    /** Empty if the query asks for more. */
    static Optional<PlainTaskQuery> of(TaskQueryImpl query) {
        boolean plain = !query.isNoDelegationState()
                && AS_STORED.toJsonObject(query).entrySet().stream()
                        .filter(asked -> !asked.getValue().toString().equals(NOTHING))
                        .map(asked -> asked.getKey().replaceFirst(EXPRESSION, ""))
                        .allMatch(UNDERSTOOD::contains)
                && query.getOrderingProperties().stream().allMatch(PlainTaskQuery::isOwnColumn);
        return plain ? Optional.of(read(query)) : Optional.empty();
    }

    private static boolean isOwnColumn(QueryOrderingProperty ordering) {
        return ordering.getRelation() == null
                && ordering.getQueryProperty() instanceof QueryPropertyImpl property
                && property.getFunction() == null
                && COLUMN.matcher(property.getName()).matches();
    }

    private static PlainTaskQuery read(TaskQueryImpl query) {
        StringBuilder conditions = new StringBuilder();
        Map<String, Object> values = new HashMap<>();
        if (query.getAssignee() != null) {
            conditions.append(" and t.assignee_ = :assignee");
            values.put("assignee", query.getAssignee());
        }
        if (query.isUnassigned()) {
            conditions.append(" and t.assignee_ is null");
        }
        if (query.getDueBefore() != null) {
            conditions.append(" and t.due_date_ < :dueBefore");
            values.put("dueBefore", new Timestamp(query.getDueBefore().getTime()));
        }
        if (query.getMinPriority() != null) {
            conditions.append(" and t.priority_ >= :minPriority");
            values.put("minPriority", query.getMinPriority());
        }
        List<QueryOrderingProperty> orderings = query.getOrderingProperties();
        String order = Stream.concat(
                        orderings.stream()
                                .map(ordering -> column(ordering) + " "
                                        + ordering.getDirection().getName()),
                        Stream.of("t.id_"))
                .collect(Collectors.joining(", "));
        return new PlainTaskQuery(
                conditions.toString(),
                values,
                orderings.stream()
                        .map(PlainTaskQuery::column)
                        .filter(Predicate.not("t.id_"::equals))
                        .collect(Collectors.toUnmodifiableSet()),
                order,
                query.getFirstResult(),
                query.getMaxResults());
    }

    private static String column(QueryOrderingProperty ordering) {
        return COLUMN.matcher(ordering.getQueryProperty().getName())
                .replaceFirst(found -> "t." + found.group(1).toLowerCase(Locale.ROOT));
    }
}
