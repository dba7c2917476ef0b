package io.realname.analysis.process;

import io.realname.process.deployment.Deployments;
import io.realname.process.deployment.Deployments.DeployedBy;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the diagrams and decision tables that were ever in force. */
@Component
class Versions {

    private final RepositoryService repository;
    private final ManagementService statistics;
    private final Deployments deployments;
    private final JdbcClient jdbc;

    Versions(RepositoryService repository, ManagementService statistics, Deployments deployments, JdbcClient jdbc) {
        this.repository = repository;
        this.statistics = statistics;
        this.deployments = deployments;
        this.jdbc = jdbc;
    }

    record All(List<Model> diagrams, List<Model> tables) {}

    /**
     * A diagram or a table.
     *
     * @param key its id in the file, such as {@code appeal}
     * @param versions the latest first
     */
    record Model(String key, String name, List<Version> versions) {}

    /**
     * @param id the engine's id of the definition
     * @param tag what the file calls the version; absent if it has no tag
     * @param analyst who changed it; absent if it came with a release of realname
     * @param approver who agreed
     * @param running how many instances are under way with it; none for tables
     * @param unchanged whether its file is the same as that of the version before. All files are deployed together, so
     *     most are
     */
    record Version(
            String id,
            int version,
            @Nullable String tag,
            Instant deployedAt,
            @Nullable String analyst,
            @Nullable String approver,
            long running,
            boolean unchanged) {}

    /** All diagrams and decision tables, each by their names. */
    All all() {
        Map<String, Long> running = statistics.createProcessDefinitionStatisticsQuery().list().stream()
                .collect(Collectors.toMap(ProcessDefinitionStatistics::getId, one -> (long) one.getInstances()));
        Deployed deployed = deployed();
        return new All(
                models(
                        deployed,
                        repository.createProcessDefinitionQuery().list(),
                        ProcessDefinition::getVersionTag,
                        definition -> running.getOrDefault(definition.getId(), 0L)),
                models(
                        deployed,
                        repository.createDecisionDefinitionQuery().list(),
                        DecisionDefinition::getVersionTag,
                        table -> 0L));
    }

    /** @throws RefusalException {@code NOT_FOUND} */
    ProcessDefinition diagram(String id) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
        if (definition == null) {
            throw new RefusalException(Refusal.of(RefusalCode.NOT_FOUND));
        }
        return definition;
    }

    /** The ids of all versions of a diagram. */
    List<String> versions(ProcessDefinition diagram) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(diagram.getKey()).list().stream()
                .map(ProcessDefinition::getId)
                .toList();
    }

    /** The file of a diagram or table; empty if the id is not known. */
    Optional<byte[]> file(String id) {
        ProcessDefinition diagram = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
        if (diagram != null) {
            return Optional.of(bytes(repository.getProcessModel(id)));
        }
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionId(id)
                .singleResult();
        return table == null ? Optional.empty() : Optional.of(bytes(repository.getDecisionModel(id)));
    }

    private Deployed deployed() {
        Map<String, Instant> times = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(
                        Deployment::getId,
                        deployment -> deployment.getDeploymentTime().toInstant()));
        return new Deployed(times, times.isEmpty() ? Map.of() : deployments.people(times.keySet()), contents());
    }

    /**
     * What all deployments have in common.
     *
     * @param times when each was deployed
     * @param people who brought it
     * @param contents a hash of each of its files
     */
    private record Deployed(Map<String, Instant> times, Map<String, DeployedBy> people, Map<String, String> contents) {}

    private static <D extends ResourceDefinition> List<Model> models(
            Deployed deployed,
            Collection<D> definitions,
            Function<D, @Nullable String> tag,
            Function<D, Long> running) {
        return definitions.stream()
                .collect(Collectors.groupingBy(ResourceDefinition::getKey, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(ResourceDefinition::getVersion)
                                .reversed())
                        .toList())
                .map(all -> new Model(
                        all.get(0).getKey(),
                        Optional.ofNullable(all.get(0).getName())
                                .orElse(all.get(0).getKey()),
                        IntStream.range(0, all.size())
                                .mapToObj(n -> version(
                                        all.get(n),
                                        tag.apply(all.get(n)),
                                        deployed,
                                        running.apply(all.get(n)),
                                        n + 1 < all.size() && isSame(all.get(n), all.get(n + 1), deployed.contents)))
                                .toList()))
                .sorted(Comparator.comparing(Model::name))
                .toList();
    }

    private static Version version(
            ResourceDefinition definition, @Nullable String tag, Deployed deployed, long running, boolean unchanged) {
        Optional<DeployedBy> by = Optional.ofNullable(deployed.people.get(definition.getDeploymentId()));
        return new Version(
                definition.getId(),
                definition.getVersion(),
                tag,
                deployed.times.getOrDefault(definition.getDeploymentId(), Instant.EPOCH),
                by.map(DeployedBy::analyst).orElse(null),
                by.map(DeployedBy::approver).orElse(null),
                running,
                unchanged);
    }

    /** A hash of each deployed file, by its deployment and name. */
    private Map<String, String> contents() {
        return jdbc
                .sql("""
                        select deployment_id_, name_, md5(bytes_) as hash from act_ge_bytearray
                        where deployment_id_ is not null and name_ like 'bpmn/%'
                        """)
                .query((row, n) -> Map.entry(
                        row.getString("deployment_id_") + " " + row.getString("name_"), row.getString("hash")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private static boolean isSame(ResourceDefinition one, ResourceDefinition other, Map<String, String> contents) {
        String hash = contents.get(one.getDeploymentId() + " " + one.getResourceName());
        return hash != null && hash.equals(contents.get(other.getDeploymentId() + " " + other.getResourceName()));
    }

    private static byte[] bytes(InputStream file) {
        try (file) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
