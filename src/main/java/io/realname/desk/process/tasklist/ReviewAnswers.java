package io.realname.desk.process.tasklist;

import io.realname.refusal.Refusal;
import io.realname.web.Language;
import io.realname.web.Problem;
import io.realname.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The responses to the form in Tasklist. They are not cached, and refusals are in the language of the form. */
@Component
class ReviewAnswers {

    private final Problems problems;

    ReviewAnswers(Problems problems) {
        this.problems = problems;
    }

    ResponseEntity.BodyBuilder ok() {
        return answer(HttpStatus.OK.value());
    }

    ResponseEntity<Problem> refusal(HttpStatus status, HttpServletRequest request, @Nullable String language) {
        return refusal(problems.of(status, wanted(request, language)));
    }

    ResponseEntity<Problem> refusal(Refusal refusal, HttpServletRequest request, @Nullable String language) {
        return refusal(problems.of(refusal, wanted(request, language)));
    }

    private static ResponseEntity<Problem> refusal(Problem problem) {
        return answer(problem.status())
                .header(HttpHeaders.CONTENT_LANGUAGE, problem.language().toLanguageTag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Locale wanted(HttpServletRequest request, @Nullable String language) {
        return language == null ? Language.of(request) : Locale.forLanguageTag(language);
    }

    private static ResponseEntity.BodyBuilder answer(int status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff");
    }
}
