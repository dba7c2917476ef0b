package io.realname.desk.process;

import io.micrometer.core.instrument.Tags;
import io.realname.figures.Figure;
import io.realname.figures.FigureFamily;
import io.realname.figures.FigureMeter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviewers' open tasks, by step: how many, how late, how old. */
@Component
class ReviewFigures implements FigureFamily {

    private static final FigureMeter OPEN = new FigureMeter("realname.tasks.open", "Open tasks of reviewers");
    private static final FigureMeter OVERDUE =
            new FigureMeter("realname.tasks.overdue", "Open tasks of reviewers that are past their due date");
    private static final FigureMeter ESCALATED =
            new FigureMeter("realname.tasks.escalated", "Open tasks of reviewers that senior reviewers took over");
    private static final FigureMeter UNCLAIMED =
            new FigureMeter("realname.tasks.unclaimed", "Open tasks of reviewers that nobody has claimed");
    private static final FigureMeter OLDEST =
            new FigureMeter("realname.tasks.oldest.age", "Age of the oldest open task of reviewers", "seconds");

    private static final String TASKS = """
            select step, count(task.id_) as open,
                   count(*) filter (where task.due_date_ < localtimestamp) as overdue,
                   count(*) filter (where task.priority_ >= :escalated) as escalated,
                   count(*) filter (where task.id_ is not null and task.assignee_ is null) as unclaimed,
                   coalesce(extract(epoch from localtimestamp - min(task.create_time_)), 0) as age
            from unnest(:steps::text[]) step left join act_ru_task task on task.task_def_key_ = step
            group by step
            """;

    private final JdbcClient jdbc;

    ReviewFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public List<Figure> read() {
        return jdbc
                .sql(TASKS)
                .param("escalated", EscalateReview.PRIORITY)
                .param("steps", ReviewByPeople.STEPS.toArray(String[]::new))
                .query((row, n) -> {
                    Tags step = Tags.of("step", row.getString("step"));
                    return Stream.of(
                            new Figure(OPEN, step, row.getLong("open")),
                            new Figure(OVERDUE, step, row.getLong("overdue")),
                            new Figure(ESCALATED, step, row.getLong("escalated")),
                            new Figure(UNCLAIMED, step, row.getLong("unclaimed")),
                            new Figure(OLDEST, step, Math.max(0, row.getDouble("age"))));
                })
                .list()
                .stream()
                .flatMap(figures -> figures)
                .toList();
    }
}
