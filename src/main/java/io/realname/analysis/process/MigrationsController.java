package io.realname.analysis.process;

import io.realname.analysis.process.Migrations.Batch;
import io.realname.analysis.process.Migrations.Outlook;
import io.realname.process.deployment.DeploymentsProperties;
import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppUsers;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Moves applications that are under way to another version of their diagram. Analysts and operators see what a move would
 * do. Where a second person approves deployments, only operators move.
 */
@RestController
@RequestMapping("/diagrams/migration")
class MigrationsController {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationsController.class);

    private final WebAppUsers users;
    private final Migrations migrations;
    private final Versions versions;
    private final DeploymentsProperties deployments;

    MigrationsController(
            WebAppUsers users, Migrations migrations, Versions versions, DeploymentsProperties deployments) {
        this.users = users;
        this.migrations = migrations;
        this.versions = versions;
        this.deployments = deployments;
    }

    /** A trial run: nothing is changed. */
    @GetMapping
    Outlook outlook(HttpServletRequest request, @RequestParam String source, @RequestParam String target) {
        users.admit(request, WebAppRole.ANALYST, WebAppRole.OPERATOR);
        needSameDiagram(source, target);
        return migrations.outlook(source, target);
    }

    /** Moves a hundred instances at the most; the page asks again until there are no more. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Batch move(HttpServletRequest request, @RequestBody Move move) {
        WebAppRole[] roles = deployments.approval()
                ? new WebAppRole[] {WebAppRole.OPERATOR}
                : new WebAppRole[] {WebAppRole.ANALYST, WebAppRole.OPERATOR};
        String person = users.admitOwnPage(request, roles);
        String source = Refusal.required("/source", move.source());
        String target = Refusal.required("/target", move.target());
        needSameDiagram(source, target);
        Batch batch = migrations.move(source, target, move.after() == null ? "" : move.after(), person);
        if (batch.moved() > 0) {
            LOG.info("{} moves {} applications from {} to {}", person, batch.moved(), source, target);
        }
        return batch;
    }

    private void needSameDiagram(String source, String target) {
        if (source.equals(target)
                || !versions.diagram(source)
                        .getKey()
                        .equals(versions.diagram(target).getKey())) {
            throw new RefusalException(Refusal.malformed("/target", "OTHER_DIAGRAM"));
        }
    }

    /**
     * @param after where the answer before said to go on; absent to begin
     */
    record Move(
            @Nullable String source,
            @Nullable String target,
            @Nullable String after) {}
}
