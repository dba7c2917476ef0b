package io.realname.desk.process.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.junit.jupiter.api.Test;

class PlainTaskQueryTest {

    /** What a plain query may ask for; and what changes how another criterion compares, or what is read besides. */
    private static final Set<String> PLAIN = Set.of(
            "taskAssignee",
            "taskAssigneeExpression",
            "taskUnassigned",
            "taskUnnassigned",
            "dueBefore",
            "dueBeforeExpression",
            "taskMinPriority");

    private static final Set<String> OF_NO_ROW = Set.of(
            "initializeFormKeys",
            "withCommentAttachmentInfo",
            "matchVariableNamesIgnoreCase",
            "matchVariableValuesIgnoreCase",
            "endOr");

    /** The engine's next version may have more of them. */
    @Test
    void everythingElseIsLeftToTheEngine() {
        Set<String> plain = new TreeSet<>();
        for (Method method : TaskQuery.class.getDeclaredMethods()) {
            if (!method.getName().startsWith("orderBy") && !OF_NO_ROW.contains(method.getName())) {
                TaskQueryImpl query = new TaskQueryImpl();
                ask(query, method);
                if (PlainTaskQuery.of(query).isPresent()) {
                    plain.add(method.getName());
                }
            }
        }
        assertThat(plain).isEqualTo(PLAIN);
    }

    @Test
    void aFilterWithTheOrderOfThePageIsPlain() {
        TaskQueryImpl filter = new TaskQueryImpl();
        filter.taskUnassigned().orderByDueDate().asc();
        TaskQueryImpl page = new TaskQueryImpl();
        page.orderByTaskPriority().desc();

        assertThat(PlainTaskQuery.of((TaskQueryImpl) filter.extend(page)))
                .hasValueSatisfying(plain -> assertThat(plain.conditions()).isEqualTo(" and t.assignee_ is null"));
    }

    @Test
    void ordersByColumnsOfTheTask() {
        TaskQueryImpl query = new TaskQueryImpl();
        query.orderByDueDate().desc().orderByTaskCreateTime().asc();
        query.setFirstResult(30);
        query.setMaxResults(15);

        assertThat(PlainTaskQuery.of(query)).hasValueSatisfying(plain -> {
            assertThat(plain.order()).isEqualTo("t.due_date_ desc, t.create_time_ asc, t.id_");
            assertThat(plain.columns()).containsExactlyInAnyOrder("t.due_date_", "t.create_time_");
            assertThat(plain.first()).isEqualTo(30);
            assertThat(plain.most()).isEqualTo(15);
        });
        query.orderByProcessVariable("amount", ValueType.INTEGER).asc();
        assertThat(PlainTaskQuery.of(query)).isEmpty();
        TaskQueryImpl lowerCase = new TaskQueryImpl();
        lowerCase.orderByTaskNameCaseInsensitive().asc();
        assertThat(PlainTaskQuery.of(lowerCase)).isEmpty();
    }

    private static void ask(TaskQueryImpl query, Method method) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(PlainTaskQueryTest::something)
                .toArray();
        try {
            if (method.getName().equals("includeAssignedTasks")) {
                query.taskCandidateGroup("one");
            }
            method.invoke(query, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(
                    method + " with "
                            + Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(", ")),
                    e);
        }
    }

    private static Object something(Class<?> type) {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, something(type.getComponentType()));
            return array;
        }
        if (type == Integer.class) {
            return 1;
        }
        if (type == Date.class) {
            return new Date();
        }
        if (type == DelegationState.class) {
            return DelegationState.PENDING;
        }
        if (type == List.class) {
            return List.of("one");
        }
        return type == ValueType.class ? ValueType.STRING : "one";
    }
}
