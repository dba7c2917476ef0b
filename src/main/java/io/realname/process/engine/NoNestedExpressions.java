package io.realname.process.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Closes CVE-2026-109432. In 7.24.0 every user who can log in can run code, by an expression in a sub-query
 * ({@code orQueries}) of a task query: the engine refuses expressions from outside only at the top level. This class
 * refuses such queries, filters that contain them, and filters that are extended by them.
 */
final class NoNestedExpressions extends CommandInterceptor {

    private static final EngineField SAVED = EngineField.of(SaveFilterCmd.class, "filter");
    private static final EngineField EXTENDING = EngineField.of(AbstractExecuteFilterCmd.class, "extendingQuery");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) {
            refuse(query);
        } else if (command instanceof SaveFilterCmd) {
            Filter filter = (Filter) SAVED.in(command);
            refuse(filter == null ? null : filter.getQuery());
        } else if (command instanceof AbstractExecuteFilterCmd) {
            refuse(EXTENDING.in(command));
        }
        return next.execute(command);
    }

    private static void refuse(@Nullable Object query) {
        if (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream()
                        .anyMatch(
                                part -> part != tasks && !part.getExpressions().isEmpty())) {
            throw new AuthorizationException("Expressions are not allowed in sub-queries of a task query");
        }
    }
}
