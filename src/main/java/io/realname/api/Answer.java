package io.realname.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An answer that can be stored and given again.
 *
 * @param location the address of a created application
 * @param language the language of the texts in the body; sent as {@code Content-Language}
 * @param body JSON, or problem JSON if the status is an error
 */
record Answer(int status, @Nullable String location, String language, String body) {

    /** The HTTP response. */
    ResponseEntity<String> response() {
        return ResponseEntity.status(status)
                .headers(headers -> {
                    if (location != null) {
                        headers.setLocation(URI.create(location));
                    }
                })
                .contentType(MediaType.parseMediaType(
                        status >= HttpStatus.BAD_REQUEST.value()
                                ? MediaType.APPLICATION_PROBLEM_JSON_VALUE
                                : MediaType.APPLICATION_JSON_VALUE))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }
}
