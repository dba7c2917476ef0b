package io.realname.operations.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One diagram of a case: an instance of a process, by itself or called by another one.
 *
 * @param diagram the key of its process definition
 * @param name the diagram's name
 * @param cockpit the address of the instance in Cockpit; absent once it has ended, because Cockpit then has no page of it
 * @param at the steps at which the instance stands; empty once it has ended
 * @param passed the steps that it has passed, the first first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseDiagram(
        String instance,
        String diagram,
        String name,
        int version,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String cockpit,
        List<Step> at,
        List<Step> passed) {

    /**
     * @param id of the element in the diagram
     * @param type of the element, in BPMN's words
     * @param endedAt absent while the instance stands at the step
     * @param incident why an operator is needed; absent if none is
     * @param retriedAt when a failed job runs again by itself
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Step(
            String id,
            String name,
            String type,
            Instant since,
            @Nullable Instant endedAt,
            @Nullable String incident,
            @Nullable Instant retriedAt) {}
}
