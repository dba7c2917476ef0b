package io.realname.analysis.process;

import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppUsers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows analysts and operators how many applications took which way. */
@RestController
@RequestMapping("/diagrams/figures")
class FiguresController {

    private final WebAppUsers users;
    private final FiguresOfDiagrams figures;
    private final Versions versions;

    FiguresController(WebAppUsers users, FiguresOfDiagrams figures, Versions versions) {
        this.users = users;
        this.figures = figures;
        this.versions = versions;
    }

    /**
     * @param id the engine's id of a process definition
     * @param first the first day of the period, in Asia/Shanghai
     * @param last its last day
     * @param all whether the other versions of the diagram are counted too
     */
    @GetMapping
    PeriodFigures of(
            HttpServletRequest request,
            @RequestParam String id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            @RequestParam(defaultValue = "false") boolean all) {
        users.admit(request, WebAppRole.ANALYST, WebAppRole.OPERATOR);
        ProcessDefinition shown = versions.diagram(id);
        List<String> counted = all ? versions.versions(shown) : List.of(id);
        return figures.of(id, counted, first, last);
    }
}
