package io.realname.operations.process;

import io.realname.process.IncidentCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The jobs without retries, by step and reason, and lets all of one step and reason go on at once. Cockpit's free edition
 * retries one job at a time; after a provider was away for an hour there are thousands.
 */
@Component
class StoppedJobs {

    /** The most jobs that one request lets go on: it has to be answered within a proxy's time. */
    static final int MOST = 200;

    /** What stands for every reason that has no {@link IncidentCode}. */
    static final String OTHER = "OTHER";

    /**
     * A retry by hand gives the whole cycle of the diagrams again: while the circuit breaker lets only a few calls try whether
     * the provider is back, the other jobs fail once more.
     */
    private static final int RETRIES = 5;

    /** The jobs of one transaction. */
    private static final int TOGETHER = 100;

    /** These need a look at each case: see the runbook. */
    private static final Set<String> ONE_BY_ONE =
            Set.of(IncidentCode.PAYMENT_ANSWER_LOST.name(), IncidentCode.NOT_APPROVED.name());

    private static final List<String> CODES =
            Stream.of(IncidentCode.values()).map(Enum::name).toList();

    private static final String STOPPED = """
            select step.proc_def_key_ as process, step.act_id_ as step, job.id_ as job, incident.incident_timestamp_ as at,
                   case when split_part(job.exception_msg_, ':', 1) in (:codes)
                        then split_part(job.exception_msg_, ':', 1) else 'OTHER' end as code
            from act_ru_incident incident
            join act_ru_job job on job.id_ = incident.configuration_
            join act_ru_jobdef step on step.id_ = job.job_def_id_
            where incident.incident_type_ = 'failedJob' and job.retries_ = 0
            """;

    private final JdbcClient jdbc;
    private final ManagementService jobs;
    private final IdentityService identities;
    private final StepNames names;

    StoppedJobs(JdbcClient jdbc, ManagementService jobs, IdentityService identities, StepNames names) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.identities = identities;
        this.names = names;
    }

    /** The steps at which jobs stand still, those with the most jobs first. */
    List<StoppedStep> all() {
        return jdbc.sql("""
                        select process, step, code, count(*) as jobs, min(at) at time zone current_setting('TimeZone') as since
                        from (%s) stopped group by process, step, code order by jobs desc, process, step, code
                        """.formatted(STOPPED))
                .param("codes", CODES)
                .query((row, n) -> new StoppedStep(
                        row.getString("process"),
                        row.getString("step"),
                        names.diagram(row.getString("process")),
                        names.step(row.getString("process"), row.getString("step")),
                        row.getString("code"),
                        row.getInt("jobs"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        !ONE_BY_ONE.contains(row.getString("code"))))
                .list();
    }

    /** The steps at which jobs have failed and are tried again by themselves, those with the most jobs first. */
    List<FailingStep> failing() {
        return jdbc.sql("""
                        select step.proc_def_key_ as process, step.act_id_ as step, count(*) as jobs,
                               min(job.duedate_) at time zone current_setting('TimeZone') as next,
                               count(*) filter (where job.retries_ = 1) as last
                        from act_ru_job job join act_ru_jobdef step on step.id_ = job.job_def_id_
                        where job.exception_msg_ is not null and job.retries_ > 0
                        group by process, step order by jobs desc, process, step
                        """)
                .query((row, n) -> new FailingStep(
                        names.diagram(row.getString("process")),
                        names.step(row.getString("process"), row.getString("step")),
                        row.getInt("jobs"),
                        row.getInt("last"),
                        instant(row.getObject("next", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** Whether jobs that stopped for this reason may go on together. */
    static boolean mayGoOnTogether(String code) {
        return (CODES.contains(code) || code.equals(OTHER)) && !ONE_BY_ONE.contains(code);
    }

    /**
     * Lets the jobs run again now, in the operator's name and by the operator's rights in the engine.
     *
     * @return how many jobs; {@link #MOST} if there may be more
     */
    int goOn(String process, String step, String code, String operator) {
        List<String> stopped = jdbc.sql("""
                        select job from (%s) stopped where process = :process and step = :step and code = :code
                        order by at limit :most
                        """.formatted(STOPPED))
                .param("codes", CODES)
                .param("process", process)
                .param("step", step)
                .param("code", code)
                .param("most", MOST)
                .query(String.class)
                .list();
        List<String> groups = identities.createGroupQuery().groupMember(operator).list().stream()
                .map(Group::getId)
                .collect(Collectors.toList());
        identities.setAuthentication(operator, groups);
        try {
            for (int from = 0; from < stopped.size(); from += TOGETHER) {
                jobs.setJobRetries(stopped.subList(from, Math.min(from + TOGETHER, stopped.size())), RETRIES);
            }
        } finally {
            identities.clearAuthentication();
        }
        return stopped.size();
    }

    /**
     * Jobs that stopped at one step for one reason.
     *
     * @param process the key of the diagram
     * @param step the step's id in the diagram
     * @param diagramName the name of the diagram
     * @param stepName the name of the step
     * @param code an {@link IncidentCode}, or {@link #OTHER}
     * @param since when the first of them stopped
     * @param together whether they may go on together; else each case needs a look first
     */
    record StoppedStep(
            String process,
            String step,
            String diagramName,
            String stepName,
            String code,
            int jobs,
            Instant since,
            boolean together) {}

    /**
     * Jobs at one step that have failed, and are tried again.
     *
     * @param diagramName the name of the diagram
     * @param stepName the name of the step
     * @param last how many of them stop if the next try fails too
     * @param next when the first of them is tried again; absent if that is now
     */
    record FailingStep(
            String diagramName,
            String stepName,
            int jobs,
            int last,
            @Nullable Instant next) {}
}
