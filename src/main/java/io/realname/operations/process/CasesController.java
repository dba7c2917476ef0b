package io.realname.operations.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.realname.operations.Case;
import io.realname.operations.CaseSearch;
import io.realname.operations.SearchTerm;
import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppUsers;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.validation.InvalidValueException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finds applications for operators. What they search for is in the body, because addresses are logged on the way. */
@RestController
@RequestMapping("/operations/cases")
class CasesController {

    private final WebAppUsers users;
    private final CaseSearch search;
    private final CaseDiagrams diagrams;

    CasesController(WebAppUsers users, CaseSearch search, CaseDiagrams diagrams) {
        this.users = users;
        this.search = search;
        this.diagrams = diagrams;
    }

    @PostMapping(path = "/search", consumes = MediaType.APPLICATION_JSON_VALUE)
    Found search(HttpServletRequest request, @RequestBody Search wanted) {
        String operator = users.admitOwnPage(request, WebAppRole.OPERATOR);
        CaseSearch.Found found = search.search(wanted.term(), operator);
        return new Found(
                found.cases().stream()
                        .map(one -> new FoundCase(one, diagrams.of(one.id())))
                        .toList(),
                found.more());
    }

    /** @param text an account, an application's id, a case number, an SMS serial number or an order number */
    record Search(@Nullable String text) {

        SearchTerm term() {
            try {
                return SearchTerm.typed(text);
            } catch (InvalidValueException e) {
                throw new RefusalException(Refusal.malformed("/text", e.code()));
            }
        }

        @Override
        public String toString() {
            return "Search[sealed]";
        }
    }

    /** @param more whether there are older applications, which are not shown */
    record Found(List<FoundCase> cases, boolean more) {}

    record FoundCase(@JsonUnwrapped Case found, List<CaseDiagram> diagrams) {}
}
