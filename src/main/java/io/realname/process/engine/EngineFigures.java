package io.realname.process.engine;

import io.micrometer.core.instrument.Tags;
import io.realname.figures.Figure;
import io.realname.figures.FigureFamily;
import io.realname.figures.FigureMeter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The jobs without retries, by step, and the jobs that are late. A job without retries is an incident, and incidents
 * are few, so their table is read and not the jobs'. Which jobs are due is what the job executor asks too, as often.
 */
@Component
class EngineFigures implements FigureFamily {

    private static final FigureMeter INCIDENTS = new FigureMeter(
            "realname.engine.incidents", "Jobs without retries: incidents that wait for an operator, by step");
    private static final FigureMeter DUE =
            new FigureMeter("realname.engine.jobs.due", "Jobs that are due and have not run");
    private static final FigureMeter LATE = new FigureMeter(
            "realname.engine.jobs.oldest.due", "For how long the oldest job that has not run is due", "seconds");

    private static final String JOBS = """
            select 'incidents' as meter, step.proc_def_key_ as process, step.act_id_ as step, count(incident.id_) as jobs,
                   0 as late
            from act_ru_jobdef step left join act_ru_incident incident on incident.job_def_id_ = step.id_
            where step.act_id_ is not null
            group by step.proc_def_key_, step.act_id_
            union all
            select 'due', '', '', count(*),
                   coalesce(extract(epoch from localtimestamp - min(coalesce(duedate_, create_time_))), 0)
            from act_ru_job
            where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= localtimestamp)
            """;

    private final JdbcClient jdbc;

    EngineFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public List<Figure> read() {
        return jdbc
                .sql(JOBS)
                .query((row, n) -> row.getString("meter").equals("due")
                        ? Stream.of(
                                new Figure(DUE, row.getLong("jobs")),
                                new Figure(LATE, Math.max(0, row.getDouble("late"))))
                        : Stream.of(new Figure(
                                INCIDENTS,
                                Tags.of("process", row.getString("process"), "step", row.getString("step")),
                                row.getLong("jobs"))))
                .list()
                .stream()
                .flatMap(figures -> figures)
                .toList();
    }
}
