package io.realname.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.web.Problems;
import io.swagger.v3.oas.models.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Examples of refusals as clients receive them, one for each code. */
@Component
class ExampleProblems {

    private final Problems problems;
    private final ObjectMapper json;

    ExampleProblems(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** @param name the name of the example in the document; equal values have the same name */
    record Named(String name, JsonNode value) {}

    String codeOf(HttpStatus status) {
        return problems.of(status, Locale.ENGLISH).code();
    }

    Named of(String code, HttpStatus status, Operation operation) {
        boolean isRefusal = Arrays.stream(RefusalCode.values())
                .anyMatch(known -> known.name().equals(code));
        if (!isRefusal) {
            return new Named(code, json.valueToTree(problems.of(status, Locale.ENGLISH)));
        }
        Refusal refusal = refusal(RefusalCode.valueOf(code), operation);
        String suffix = refusal.errors().stream()
                .map(error -> "." + error.code())
                .findFirst()
                .orElse("");
        return new Named(code + suffix, json.valueToTree(problems.of(refusal, Locale.ENGLISH)));
    }

    private static Refusal refusal(RefusalCode code, Operation operation) {
        return switch (code) {
            case MALFORMED_REQUEST -> malformed(operation);
            case INVALID_APPLICATION -> Refusal.invalid(List.of(wrongField(operation)));
            case INVALID_CODE -> Refusal.invalidCode("INVALID_CODE");
            case MOBILE_CODE_WRONG -> Refusal.wrongCode(4);
            case TOO_MANY_REQUESTS -> Refusal.tooManyRequests(Duration.ofSeconds(42));
            default -> Refusal.of(code);
        };
    }

    private static Refusal malformed(Operation operation) {
        if (operation.getRequestBody() != null) {
            return Refusal.malformed("", "UNKNOWN_FIELD");
        }
        boolean waits = operation.getParameters().stream().anyMatch(parameter -> "wait".equals(parameter.getName()));
        return waits
                ? Refusal.malformed("/query/wait", "OUT_OF_RANGE")
                : Refusal.malformed("/headers/Idempotency-Key", "INVALID_LENGTH");
    }

    private static FieldError wrongField(Operation operation) {
        if (CommonAnswers.isForm(operation)) {
            return new FieldError("/documentFront", "FILE_TYPE_NOT_SUPPORTED");
        }
        return switch (Objects.requireNonNull(operation.getOperationId())) {
            case "startVerification" -> new FieldError("/document/number", "INVALID_CHECK_DIGIT");
            case "correctBankCard" -> new FieldError("/mobile", "NOT_A_MAINLAND_MOBILE");
            case "confirmAmount" -> new FieldError("/amount", "INVALID_AMOUNT");
            case "putAccount" -> new FieldError("/site", "UNKNOWN_SITE");
            default -> new FieldError("/account", "UNKNOWN_ACCOUNT");
        };
    }
}
