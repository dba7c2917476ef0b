package io.realname.api.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.api.ApplicationPaths;
import io.realname.api.ApplicationView;
import io.realname.api.ApplicationView.ActionView;
import io.realname.api.ApplicationView.OutcomeView;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeOption;
import io.realname.application.OutcomeReason;
import io.realname.review.BothLanguages;
import io.realname.review.ReasonWords;
import io.realname.review.ReviewReason;
import io.realname.web.Words;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds to the API document the views of an application at each step and at each end of its kind. */
@Component
class ExampleApplications implements GlobalOpenApiCustomizer {

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000000");
    private static final Instant CREATED = Instant.parse("2026-10-12T09:30:00Z");
    private static final Instant NOW = Instant.parse("2026-10-12T09:30:02Z");
    private static final Instant IN_FIVE_MINUTES = Instant.parse("2026-10-12T09:35:02Z");
    private static final Instant IN_HALF_AN_HOUR = Instant.parse("2026-10-12T10:00:02Z");
    private static final Instant IN_DAYS = Instant.parse("2026-10-15T09:30:02Z");
    private static final String OK = "200";
    private static final String CREATED_STATUS = "201";

    private final Words words;
    private final ReasonWords reasonWords;
    private final ObjectMapper json;

    ExampleApplications(Words words, ReasonWords reasonWords, ObjectMapper json) {
        this.words = words;
        this.reasonWords = reasonWords;
        this.json = json;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) -> ApplicationPaths.kindAt(path)
                        .ifPresent(kind -> item.readOperationsMap()
                                .forEach((method, operation) -> illustrate(api, kind, path, method, operation))));
    }

    private void illustrate(OpenAPI api, ApplicationKind kind, String path, HttpMethod method, Operation operation) {
        ApiResponses responses = operation.getResponses();
        ApiResponse response =
                Objects.requireNonNull(responses.getOrDefault(CREATED_STATUS, responses.get(OK)), "no answer: " + path);
        MediaType answer = Objects.requireNonNull(
                response.getContent().get(org.springframework.http.MediaType.APPLICATION_JSON_VALUE));
        shown(kind, method).forEach((name, view) -> {
            String component = kind + "." + name;
            api.getComponents().addExamples(component, new Example().value(json.valueToTree(view)));
            answer.addExamples(name, new Example().$ref("#/components/examples/" + component));
        });
    }

    /**
     * The views that an operation may answer. Each operation answers with the present view of the application; a
     * withdrawal always answers that it has ended.
     */
    private Map<String, ApplicationView> shown(ApplicationKind kind, HttpMethod method) {
        Map<String, ApplicationView> views = new LinkedHashMap<>();
        if (method == HttpMethod.DELETE) {
            views.put(OutcomeCode.WITHDRAWN.name(), ended(kind, OutcomeCode.WITHDRAWN));
            return views;
        }
        views.put(ApplicationStatus.IN_PROGRESS.name(), view(kind, ApplicationStatus.IN_PROGRESS, null, null));
        actions(kind).forEach(type -> views.put(type.name(), waiting(kind, type)));
        outcomes(kind).forEach(code -> views.put(code.name(), ended(kind, code)));
        return views;
    }

    /** The actions that the diagram of a kind asks applicants for. */
    private static List<ActionType> actions(ApplicationKind kind) {
        return switch (kind) {
            case NEW_USER ->
                List.of(ActionType.SUBMIT_MOBILE_CODE, ActionType.CORRECT_BANK_CARD, ActionType.ADD_EVIDENCE);
            case ASSOCIATION -> List.of(ActionType.SUBMIT_MOBILE_CODE, ActionType.BIND_MOBILE);
            case APPEAL -> List.of(ActionType.ADD_EVIDENCE);
            case OBJECTION -> List.of(ActionType.SUBMIT_MOBILE_CODE);
            case ENTERPRISE -> List.of(ActionType.ADD_EVIDENCE, ActionType.CONFIRM_AMOUNT);
        };
    }

    /** The ends of the diagram of a kind. */
    private static List<OutcomeCode> outcomes(ApplicationKind kind) {
        return switch (kind) {
            case NEW_USER ->
                List.of(
                        OutcomeCode.VERIFIED,
                        OutcomeCode.IDENTITY_OCCUPIED,
                        OutcomeCode.BANK_NOT_SUPPORTED,
                        OutcomeCode.CARD_TYPE_NOT_SUPPORTED,
                        OutcomeCode.CARD_DETAILS_MISMATCH,
                        OutcomeCode.CARD_NOT_USABLE,
                        OutcomeCode.DOCUMENTS_REJECTED,
                        OutcomeCode.TOO_MANY_ATTEMPTS,
                        OutcomeCode.MOBILE_CODE_FAILED,
                        OutcomeCode.EXPIRED,
                        OutcomeCode.WITHDRAWN);
            case ASSOCIATION ->
                List.of(
                        OutcomeCode.VERIFIED,
                        OutcomeCode.ACCOUNT_NOT_VERIFIED,
                        OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE,
                        OutcomeCode.MOBILE_CHANGED_RECENTLY,
                        OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT,
                        OutcomeCode.TOO_MANY_ATTEMPTS,
                        OutcomeCode.MOBILE_CODE_FAILED,
                        OutcomeCode.EXPIRED,
                        OutcomeCode.WITHDRAWN);
            case APPEAL ->
                List.of(
                        OutcomeCode.APPEAL_APPROVED,
                        OutcomeCode.APPEAL_REJECTED,
                        OutcomeCode.HOLDER_HAS_OPEN_BUSINESS,
                        OutcomeCode.TOO_MANY_ATTEMPTS,
                        OutcomeCode.EXPIRED,
                        OutcomeCode.WITHDRAWN);
            case OBJECTION ->
                List.of(
                        OutcomeCode.OBJECTION_RAISED,
                        OutcomeCode.NOTHING_TO_OBJECT_TO,
                        OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE,
                        OutcomeCode.MOBILE_CHANGED_RECENTLY,
                        OutcomeCode.TOO_MANY_ATTEMPTS,
                        OutcomeCode.MOBILE_CODE_FAILED,
                        OutcomeCode.EXPIRED,
                        OutcomeCode.WITHDRAWN);
            case ENTERPRISE ->
                List.of(
                        OutcomeCode.VERIFIED,
                        OutcomeCode.ENTERPRISE_REJECTED,
                        OutcomeCode.AMOUNT_FAILED,
                        OutcomeCode.TOO_MANY_ATTEMPTS,
                        OutcomeCode.EXPIRED,
                        OutcomeCode.WITHDRAWN);
        };
    }

    private ApplicationView waiting(ApplicationKind kind, ActionType type) {
        return view(kind, ApplicationStatus.ACTION_REQUIRED, action(kind, type), null);
    }

    private ApplicationView ended(ApplicationKind kind, OutcomeCode code) {
        return view(kind, code.status(), null, outcome(kind, code));
    }

    private static ApplicationView view(
            ApplicationKind kind,
            ApplicationStatus status,
            @Nullable ActionView action,
            @Nullable OutcomeView outcome) {
        return new ApplicationView(ID, kind, account(kind), status, action, outcome, CREATED, NOW);
    }

    private static String account(ApplicationKind kind) {
        return switch (kind) {
            case NEW_USER, OBJECTION -> "jd_lin";
            case ASSOCIATION, APPEAL -> "cloud_lin";
            case ENTERPRISE -> "cloud_shop";
        };
    }

    private ActionView action(ApplicationKind kind, ActionType type) {
        return switch (type) {
            case SUBMIT_MOBILE_CODE ->
                new ActionView(
                        type,
                        null,
                        null,
                        null,
                        "138****8000",
                        IN_FIVE_MINUTES,
                        5,
                        Instant.parse("2026-10-12T09:31:02Z"),
                        null);
            case CORRECT_BANK_CARD ->
                new ActionView(
                        type, ActionReason.CARD_DETAILS_MISMATCH, null, null, null, IN_HALF_AN_HOUR, null, null, null);
            case BIND_MOBILE ->
                new ActionView(
                        type,
                        null,
                        words.of("action.BIND_MOBILE", Locale.ENGLISH, "jd_lin", "JD_MALL"),
                        "jd_lin",
                        null,
                        IN_DAYS,
                        null,
                        null,
                        null);
            case ADD_EVIDENCE ->
                new ActionView(
                        type,
                        ActionReason.EVIDENCE_MISSING,
                        words.of("action.ADD_EVIDENCE", Locale.ENGLISH),
                        null,
                        null,
                        IN_DAYS,
                        null,
                        null,
                        List.of(kind == ApplicationKind.ENTERPRISE ? "licence" : "holdingDocument"));
            case CONFIRM_AMOUNT ->
                new ActionView(
                        type,
                        null,
                        words.of("action.CONFIRM_AMOUNT", Locale.ENGLISH),
                        null,
                        null,
                        IN_DAYS,
                        5,
                        null,
                        null);
        };
    }

    private OutcomeView outcome(ApplicationKind kind, OutcomeCode code) {
        return switch (code) {
            case IDENTITY_OCCUPIED ->
                told(
                        code,
                        null,
                        List.of(OutcomeOption.APPEAL, OutcomeOption.ENTERPRISE, OutcomeOption.ASSOCIATE),
                        null,
                        null);
            case IDENTITY_BOUND_TO_ANOTHER_ACCOUNT ->
                told(code, null, List.of(OutcomeOption.APPEAL, OutcomeOption.CUSTOMER_SERVICE), "c***n", null);
            case VERIFIED_ACCOUNT_HAS_NO_MOBILE -> told(code, null, List.of(), "jd_lin", null);
            case MOBILE_CHANGED_RECENTLY, AMOUNT_FAILED -> told(code, null, List.of(), null, IN_DAYS);
            case MOBILE_CODE_FAILED -> told(code, OutcomeReason.TOO_MANY_WRONG_CODES, List.of(), null, null);
            case APPEAL_REJECTED, DOCUMENTS_REJECTED, ENTERPRISE_REJECTED ->
                told(code, OutcomeReason.DOCUMENT_UNREADABLE, List.of(), null, null);
            case TOO_MANY_ATTEMPTS ->
                told(
                        code,
                        kind == ApplicationKind.APPEAL ? OutcomeReason.TOO_MANY_APPEALS : null,
                        List.of(),
                        null,
                        null);
            default -> told(code, null, List.of(), null, null);
        };
    }

    private OutcomeView told(
            OutcomeCode code,
            @Nullable OutcomeReason reason,
            List<OutcomeOption> options,
            @Nullable String account,
            @Nullable Instant availableFrom) {
        return new OutcomeView(code, reason, message(code, reason, account), options, account, availableFrom, null);
    }

    private String message(OutcomeCode code, @Nullable OutcomeReason reason, @Nullable String account) {
        String key = "outcome." + code;
        if (reason != null && reason.isReviewers()) {
            BothLanguages because = Objects.requireNonNull(reasonWords.all().get(ReviewReason.valueOf(reason.name())));
            return words.of(key + ".because", Locale.ENGLISH, because.english());
        }
        return words.of(
                reason == null ? key : key + "." + reason, Locale.ENGLISH, account == null ? "" : account, "JD_MALL");
    }
}
