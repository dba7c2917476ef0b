package io.realname.api;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Gives answers over HTTP. */
final class Answers {

    private Answers() {}

    static ResponseEntity<String> respond(Answer answer) {
        String location = answer.location();
        return ResponseEntity.status(answer.status())
                .headers(headers -> {
                    if (location != null) {
                        headers.setLocation(URI.create(location));
                    }
                })
                .contentType(MediaType.parseMediaType(
                        answer.status() >= HttpStatus.BAD_REQUEST.value()
                                ? MediaType.APPLICATION_PROBLEM_JSON_VALUE
                                : MediaType.APPLICATION_JSON_VALUE))
                .header(HttpHeaders.CONTENT_LANGUAGE, answer.language())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer.body());
    }
}
