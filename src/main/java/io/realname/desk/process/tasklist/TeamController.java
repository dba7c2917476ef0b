package io.realname.desk.process.tasklist;

import io.realname.desk.DecidedReviews;
import io.realname.desk.DecidedReviews.Figures;
import io.realname.process.engine.EngineGroups;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the user has decided, and for leads (the group of seniors) what waits and what everybody has decided. */
@RestController
@RequestMapping("/review")
class TeamController {

    private final TasklistLogin login;
    private final DecidedReviews decided;
    private final IdentityService identities;
    private final WaitingReviews waiting;
    private final ReviewAnswers answers;

    TeamController(
            TasklistLogin login,
            DecidedReviews decided,
            IdentityService identities,
            WaitingReviews waiting,
            ReviewAnswers answers) {
        this.login = login;
        this.decided = decided;
        this.identities = identities;
        this.waiting = waiting;
        this.answers = answers;
    }

    @GetMapping("/decisions")
    ResponseEntity<?> mine(
            HttpServletRequest request, @RequestParam(name = "lang", required = false) @Nullable String language) {
        Optional<String> reviewer = login.of(request);
        return reviewer.isEmpty()
                ? answers.refusal(HttpStatus.UNAUTHORIZED, request, language)
                : answers.ok().body(decided.of(reviewer.get()));
    }

    @GetMapping("/team")
    ResponseEntity<?> team(
            HttpServletRequest request, @RequestParam(name = "lang", required = false) @Nullable String language) {
        Optional<String> reviewer = login.of(request);
        if (reviewer.isEmpty()) {
            return answers.refusal(HttpStatus.UNAUTHORIZED, request, language);
        }
        if (!leads(reviewer.get())) {
            return answers.refusal(HttpStatus.FORBIDDEN, request, language);
        }
        return answers.ok().body(new Team(waiting.now(), decided.team()));
    }

    private boolean leads(String user) {
        return identities
                        .createGroupQuery()
                        .groupId(EngineGroups.SENIOR_REVIEW)
                        .groupMember(user)
                        .count()
                > 0;
    }

    record Team(WaitingReviews.Waiting waiting, List<Figures> people) {}
}
