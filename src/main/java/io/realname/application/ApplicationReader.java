package io.realname.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.realname.account.UserName;
import io.realname.appeal.AppealReason;
import io.realname.bankcard.Pan;
import io.realname.identity.AgePolicy;
import io.realname.identity.DocumentType;
import io.realname.identity.IdentityDocument;
import io.realname.identity.Person;
import io.realname.identity.PersonName;
import io.realname.mobile.MobileNumber;
import io.realname.validation.InvalidValueException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what a client sent into values that keep their rules. The one place where the contract's JSON is understood,
 * whichever door it came through. Names every field that is wrong, never with its value.
 */
@Component
public class ApplicationReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercions -> coercions
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Boolean,
                    coercions -> coercions
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    /** Characters that an applicant or a holder may write in their own words. */
    private static final int LONGEST_STATEMENT = 2000;

    private final Clock clock;
    private final AgePolicy agePolicy;

    ApplicationReader(Clock clock, PolicyProperties policy) {
        this.clock = clock;
        this.agePolicy = new AgePolicy(policy.minimumAge());
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public NewUserApplication newUser(String json) {
        NewUserForm form = read(JSON.readerFor(NewUserForm.class), json);
        Errors errors = new Errors();
        UserName account = errors.read("/account", form.account, UserName::new);
        Person person = person(form, errors);
        BankCard bankCard =
                form.bankCard == null ? errors.missing("/bankCard") : bankCard(form.bankCard, "/bankCard", errors);
        if (!Boolean.TRUE.equals(form.agreementAccepted)) {
            errors.add("/agreementAccepted", "AGREEMENT_NOT_ACCEPTED");
        }
        errors.refuseIfAny();
        if (account == null || person == null || bankCard == null) {
            throw new IllegalStateException("a field is missing and was not named");
        }
        return new NewUserApplication(account, person, bankCard);
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public BankCard bankCard(String json) {
        BankCardForm form = read(JSON.readerFor(BankCardForm.class), json);
        Errors errors = new Errors();
        BankCard bankCard = bankCard(form, "", errors);
        errors.refuseIfAny();
        if (bankCard == null) {
            throw new IllegalStateException("a field is missing and was not named");
        }
        return bankCard;
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public AssociationApplication association(String json) {
        AssociationForm form = read(JSON.readerFor(AssociationForm.class), json);
        Errors errors = new Errors();
        UserName account = errors.read("/account", form.account, UserName::new);
        UserName verifiedAccount = errors.read("/verifiedAccount", form.verifiedAccount, UserName::new);
        UUID follows = form.follows == null ? null : errors.read("/follows", form.follows, ApplicationReader::id);
        errors.refuseIfAny();
        if (account == null || verifiedAccount == null) {
            throw new IllegalStateException("a field is missing and was not named");
        }
        return new AssociationApplication(account, verifiedAccount, follows);
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public AppealApplication appeal(String json) {
        AppealForm form = read(JSON.readerFor(AppealForm.class), json);
        Errors errors = new Errors();
        UserName account = errors.read("/account", form.account, UserName::new);
        AppealReason reason = errors.read("/reason", form.reason, ApplicationReader::appealReason);
        MobileNumber contactMobile = errors.read("/contactMobile", form.contactMobile, MobileNumber::parse);
        String statement = errors.statement(form.statement);
        UUID follows = form.follows == null ? null : errors.read("/follows", form.follows, ApplicationReader::id);
        Person person = form.follows == null ? appellant(form, errors) : statedAlready(form, errors);
        errors.refuseIfAny();
        if (account == null || reason == null || contactMobile == null) {
            throw new IllegalStateException("a field is missing and was not named");
        }
        return new AppealApplication(
                account, reason, person, contactMobile, statement, Boolean.TRUE.equals(form.verifyAccount), follows);
    }

    private @Nullable Person appellant(AppealForm form, Errors errors) {
        PersonName name = errors.read("/realName", form.realName, PersonName::parse);
        IdentityDocument document =
                form.document == null ? errors.missing("/document") : document(form.document, errors);
        return name == null || document == null ? null : new Person(name, document);
    }

    /** What is followed says who it is about; saying it again could only contradict it. */
    private static @Nullable Person statedAlready(AppealForm form, Errors errors) {
        if (form.realName != null) {
            errors.add("/realName", "NOT_WITH_FOLLOWS");
        }
        if (form.document != null) {
            errors.add("/document", "NOT_WITH_FOLLOWS");
        }
        return null;
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public ObjectionApplication objection(String json) {
        ObjectionForm form = read(JSON.readerFor(ObjectionForm.class), json);
        Errors errors = new Errors();
        UserName account = errors.read("/account", form.account, UserName::new);
        String statement = errors.statement(form.statement);
        errors.refuseIfAny();
        if (account == null) {
            throw new IllegalStateException("a field is missing and was not named");
        }
        return new ObjectionApplication(account, statement);
    }

    private static AppealReason appealReason(String name) {
        try {
            return AppealReason.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("UNKNOWN_APPEAL_REASON");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("CANNOT_BE_FOLLOWED");
        }
    }

    private @Nullable Person person(NewUserForm form, Errors errors) {
        PersonName name = errors.read("/realName", form.realName, PersonName::parse);
        IdentityDocument document =
                form.document == null ? errors.missing("/document") : document(form.document, errors);
        return name == null || document == null ? null : new Person(name, document);
    }

    private @Nullable IdentityDocument document(DocumentForm form, Errors errors) {
        DocumentType type = errors.read("/document/type", form.type, ApplicationReader::documentType);
        if (type == null) {
            return null;
        }
        return errors.read("/document/number", form.number, number -> {
            LocalDate today = LocalDate.now(clock);
            IdentityDocument document = IdentityDocument.parse(type, number, form.issuingCountry, today);
            agePolicy.check(document, today);
            return document;
        });
    }

    private static @Nullable BankCard bankCard(BankCardForm form, String at, Errors errors) {
        Pan pan = errors.read(at + "/number", form.number, Pan::parse);
        MobileNumber mobile = errors.read(at + "/mobile", form.mobile, MobileNumber::parse);
        return pan == null || mobile == null ? null : new BankCard(pan, mobile);
    }

    private static DocumentType documentType(String name) {
        try {
            return DocumentType.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("UNKNOWN_DOCUMENT_TYPE");
        }
    }

    /** The parser's own messages quote what they read, so none of them goes on. */
    private static <T> T read(ObjectReader reader, String json) {
        try {
            T form = reader.readValue(json);
            if (form == null) {
                throw new RefusalException(Refusal.malformed("", "REQUIRED"));
            }
            return form;
        } catch (UnrecognizedPropertyException e) {
            throw new RefusalException(Refusal.malformed(
                    pointer(e.getPath().subList(0, e.getPath().size() - 1)), "UNKNOWN_FIELD"));
        } catch (JsonMappingException e) {
            throw new RefusalException(Refusal.malformed(pointer(e.getPath()), "WRONG_TYPE"));
        } catch (JsonProcessingException e) {
            throw new RefusalException(Refusal.malformed("", "NOT_JSON"));
        }
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private record NewUserForm(
            @Nullable String account,
            @Nullable String realName,
            @Nullable DocumentForm document,
            @Nullable BankCardForm bankCard,
            @Nullable Boolean agreementAccepted) {}

    private record AssociationForm(
            @Nullable String account,
            @Nullable String verifiedAccount,
            @Nullable String follows) {}

    private record AppealForm(
            @Nullable String account,
            @Nullable String reason,
            @Nullable String realName,
            @Nullable DocumentForm document,
            @Nullable String contactMobile,
            @Nullable String statement,
            @Nullable Boolean verifyAccount,
            @Nullable String follows) {}

    private record ObjectionForm(
            @Nullable String account, @Nullable String statement) {}

    private record DocumentForm(
            @Nullable String type,
            @Nullable String number,
            @Nullable String issuingCountry) {}

    private record BankCardForm(
            @Nullable String number, @Nullable String mobile) {}

    /** What is wrong so far. */
    private static final class Errors {

        private final List<FieldError> found = new ArrayList<>();

        <T> @Nullable T read(String pointer, @Nullable String value, Function<String, T> reader) {
            if (value == null || value.isBlank()) {
                return missing(pointer);
            }
            try {
                return reader.apply(value);
            } catch (InvalidValueException e) {
                add(pointer, e.code());
                return null;
            }
        }

        /** Free text, which may be absent. */
        @Nullable
        String statement(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            if (text.length() > LONGEST_STATEMENT) {
                add("/statement", "INVALID_LENGTH");
                return null;
            }
            return text.strip();
        }

        <T> @Nullable T missing(String pointer) {
            add(pointer, "REQUIRED");
            return null;
        }

        void add(String pointer, String code) {
            found.add(new FieldError(pointer, code));
        }

        void refuseIfAny() {
            if (!found.isEmpty()) {
                throw new RefusalException(Refusal.invalid(found));
            }
        }
    }
}
