package io.realname.analysis.process;

import io.realname.diagram.flow.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves applications that are under way to another version of their diagram. Each stays at its step, and keeps what it
 * knows and its deadline: the applicant has been told that one.
 *
 * <p>The engine maps the steps that are the same in both versions. An instance at another step stays as it is.
 */
@Component
class Migrations {

    /** The most instances that one request moves. */
    static final int MOST = 100;

    /** How many instances at each step are moved on trial, and moved back. */
    private static final int TRIED = 3;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService statistics;
    private final MigrationTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    Migrations(
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService statistics,
            MigrationTrail trail,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.repository = repository;
        this.statistics = statistics;
        this.trail = trail;
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What a move would do.
     *
     * @param places the steps at which instances are
     */
    record Outlook(List<Place> places) {}

    /**
     * A step at which instances are.
     *
     * @param movable whether they can be moved
     * @param reason why they cannot: a {@link Reason}; {@code null} if they can
     * @param detail what the engine said, if it refused the trial
     */
    record Place(
            String step,
            String name,
            long instances,
            boolean movable,
            @Nullable Reason reason,
            @Nullable String detail) {}

    enum Reason {
        /** The other version has no step of this id. */
        STEP_IS_GONE,
        /** The other version has it as another kind of step, or inside or outside of a subprocess. */
        STEP_IS_OTHER,
        /** A trial with some instances failed. */
        TRIAL_FAILED
    }

    /** Tries the move, and takes it back. */
    Outlook outlook(String source, String target) {
        MigrationPlan plan = plan(source, target);
        Set<String> mapped = mapped(plan);
        BpmnModelInstance from = repository.getBpmnModelInstance(source);
        BpmnModelInstance to = repository.getBpmnModelInstance(target);
        List<Place> places = new ArrayList<>();
        standing(source).forEach((step, instances) -> {
            String name = Names.label(from.getModelElementById(step), step);
            if (!mapped.contains(step)) {
                Reason reason = to.getModelElementById(step) == null ? Reason.STEP_IS_GONE : Reason.STEP_IS_OTHER;
                places.add(new Place(step, name, instances, false, reason, null));
            } else {
                String refused = trial(plan, at(source, step));
                places.add(new Place(
                        step, name, instances, refused == null, refused == null ? null : Reason.TRIAL_FAILED, refused));
            }
        });
        return new Outlook(List.copyOf(places));
    }

    /**
     * Moves the next instances that can be moved, each in a transaction of its own.
     *
     * @param after the id of the instance after which to go on; empty to begin
     */
    Batch move(String source, String target, String after, String person) {
        MigrationPlan plan = plan(source, target);
        Set<String> mapped = mapped(plan);
        List<Standing> next = jdbc.sql("""
                        select instance.id_,
                               array(select distinct step.act_id_ from act_ru_execution step
                                     where step.proc_inst_id_ = instance.id_ and step.is_active_ and step.act_id_ is not null)
                                   as steps
                        from act_ru_execution instance
                        where instance.proc_def_id_ = ? and instance.parent_id_ is null and instance.id_ > ?
                        order by instance.id_ limit ?
                        """)
                .param(source)
                .param(after)
                .param(MOST)
                .query((row, n) -> new Standing(row.getString("id_"), List.of((String[])
                        row.getArray("steps").getArray())))
                .list();
        int moved = 0;
        for (Standing instance : next) {
            if (mapped.containsAll(instance.steps) && move(plan, instance.id, person)) {
                moved++;
            }
        }
        return new Batch(moved, next.size() - moved, next.size() == MOST ? next.get(next.size() - 1).id : null);
    }

    /**
     * @param moved how many are on the other version now
     * @param left how many are not: they cannot be moved, or went on at this very moment
     * @param next where to go on; absent after the last one
     */
    record Batch(int moved, int left, @Nullable String next) {}

    private boolean move(MigrationPlan plan, String instance, String person) {
        try {
            own.executeWithoutResult(transaction -> {
                runtime.newMigration(plan).processInstanceIds(instance).execute();
                trail.moved(plan.getSourceProcessDefinitionId(), plan.getTargetProcessDefinitionId(), person, instance);
            });
            return true;
        } catch (OptimisticLockingException e) {
            return false;
        } catch (ProcessEnginePersistenceException e) {
            throw e;
        } catch (ProcessEngineException e) {
            // It ended or went on while it should be moved, or cannot be moved.
            return false;
        }
    }

    /** What the engine says against it; null if nothing. */
    private @Nullable String trial(MigrationPlan plan, List<String> instances) {
        if (instances.isEmpty()) {
            return null;
        }
        try {
            own.executeWithoutResult(transaction -> {
                transaction.setRollbackOnly();
                runtime.newMigration(plan).processInstanceIds(instances).execute();
            });
            return null;
        } catch (MigratingProcessInstanceValidationException e) {
            return Stream.of(
                            e.getValidationReport().getFailures(),
                            e.getValidationReport().getActivityInstanceReports().stream()
                                    .map(MigratingActivityInstanceValidationReport::getFailures)
                                    .flatMap(List::stream)
                                    .toList(),
                            e.getValidationReport().getTransitionInstanceReports().stream()
                                    .map(MigratingTransitionInstanceValidationReport::getFailures)
                                    .flatMap(List::stream)
                                    .toList())
                    .flatMap(Collection::stream)
                    .distinct()
                    .collect(Collectors.joining("; "));
        } catch (OptimisticLockingException e) {
            return null;
        } catch (ProcessEnginePersistenceException e) {
            throw e;
        } catch (ProcessEngineException e) {
            // One of them has ended meanwhile.
            return null;
        }
    }

    private MigrationPlan plan(String source, String target) {
        return runtime.createMigrationPlan(source, target).mapEqualActivities().build();
    }

    private static Set<String> mapped(MigrationPlan plan) {
        return plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Map<String, Long> standing(String source) {
        return statistics.createActivityStatisticsQuery(source).list().stream()
                .collect(Collectors.toMap(
                        ActivityStatistics::getId, one -> (long) one.getInstances(), Long::sum, TreeMap::new));
    }

    private List<String> at(String source, String step) {
        return jdbc.sql("""
                        select distinct proc_inst_id_ from act_ru_execution
                        where proc_def_id_ = ? and act_id_ = ? and is_active_ limit ?
                        """)
                .param(source)
                .param(step)
                .param(TRIED)
                .query(String.class)
                .list();
    }

    /** An instance, and where it is. */
    private record Standing(String id, List<String> steps) {}
}
