package io.realname.desk.process.tasklist;

import io.realname.desk.DocumentReadings;
import io.realname.desk.ReviewedPerson;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * "Read it off": compares the number, and the country of a passport, that the task's holder reads in a picture with
 * what was stated. Accepts only requests of Tasklist's own page: they are JSON, and have Tasklist's CSRF token.
 */
@RestController
@RequestMapping("/review/tasks/{taskId}/reading")
class ReadingController {

    private final TaskHolders holders;
    private final DocumentReadings readings;
    private final ReviewAnswers answers;

    ReadingController(TaskHolders holders, DocumentReadings readings, ReviewAnswers answers) {
        this.holders = holders;
        this.readings = readings;
        this.answers = answers;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> compare(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestBody Read read,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return holders.answerOwnPage(request, taskId, language, (task, reviewer) -> {
            String number = read.documentNumber();
            if (number == null || number.isBlank()) {
                return answers.refusal(Refusal.malformed("/documentNumber", "REQUIRED"), request, language);
            }
            try {
                return answers.ok().body(readings.compare(task, reviewer, read.whose(), number, read.issuingCountry()));
            } catch (RefusalException e) {
                return answers.refusal(e.refusal(), request, language);
            }
        });
    }

    /**
     * What the reviewer reads.
     *
     * @param person whose document; the applicant's if absent
     * @param issuingCountry of a passport, as printed
     */
    record Read(
            @Nullable ReviewedPerson person,
            @Nullable String documentNumber,
            @Nullable String issuingCountry) {

        ReviewedPerson whose() {
            return person == null ? ReviewedPerson.APPLICANT : person;
        }

        @Override
        public String toString() {
            return "Read[sealed]";
        }
    }
}
