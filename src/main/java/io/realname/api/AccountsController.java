package io.realname.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.enterprise.VerifiedEnterprise;
import io.realname.enterprise.VerifiedEnterprises;
import io.realname.identity.Binding;
import io.realname.identity.DocumentType;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.licence.LicenceType;
import io.realname.mobile.MobileNumber;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.refusal.StrictJson;
import io.realname.validation.InvalidValueException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The account directory, fed by the platform's account service; and what an account shows of its verification. */
@RestController
@RequestMapping(path = "/api/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts", description = "The group's accounts, and how each is verified")
class AccountsController {

    private static final Pattern OPEN_BUSINESS_FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** The form of a login that the web apps accept. */
    private static final Pattern LOGIN_FORM = Pattern.compile("[\\p{L}\\p{Nd}._@-]{1,64}");

    private final AccountDirectory accounts;
    private final IdentityRegistry registry;
    private final VerifiedEnterprises enterprises;

    AccountsController(AccountDirectory accounts, IdentityRegistry registry, VerifiedEnterprises enterprises) {
        this.accounts = accounts;
        this.registry = registry;
        this.enterprises = enterprises;
    }

    /**
     * What the account service says of an account.
     *
     * @param mobile the account's own number; absent if it has none
     * @param openBusiness what must be closed before the account may lose its identity; absent if there is none
     * @param staff the reviewers' login of the member of staff who holds the account; absent if no member of staff
     *     holds it
     */
    @Schema(name = "Account")
    record AccountBody(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "One of the group's sites; an account stays at it",
                    example = "JD_CLOUD")
            @Nullable
            String site,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "PERSONAL") @Nullable
            AccountKind kind,

            @Schema(description = "The account's own number; absent if it has none", example = "13800138000") @Nullable
            String mobile,

            @Schema(
                    description = "What must be closed before the account may lose its identity: upper-case words",
                    example = "[\"LOAN\"]")
            @Nullable
            Set<@Nullable String> openBusiness,

            @Schema(
                    description = "The login of the member of staff who holds the account, who then does not review it",
                    example = "reviewer1")
            @Nullable
            String staff) {

        @Override
        public String toString() {
            return "AccountBody[sealed]";
        }
    }

    /**
     * How an account is verified. A value that is absent is {@code null}.
     *
     * @param realName masked; of an enterprise's account, its name
     * @param document masked; absent for an enterprise's account
     * @param licence masked; absent unless the account is an enterprise's
     * @param method how it was verified; absent with all the others while the account is unverified
     */
    @Schema(name = "Verification")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record VerificationView(
            @Schema(example = "jd_lin") String account,
            @Schema(example = "JD_MALL") String site,
            @Schema(example = "VERIFIED") VerificationStatus status,

            @Schema(description = "Masked; of an enterprise's account, its name", example = "*斌") @Nullable
            String realName,

            @Schema(description = "Masked; null for an enterprise's account") @Nullable
            DocumentView document,

            @Schema(description = "Masked; of an enterprise's account") @Nullable
            LicenceView licence,

            @Schema(description = "How it was verified", example = "BANK_CARD") @Nullable
            VerificationMethod method,

            @Schema(example = "2026-10-12T09:30:00Z") @Nullable
            Instant verifiedAt) {}

    enum VerificationStatus {
        VERIFIED,
        UNVERIFIED
    }

    @Schema(name = "MaskedDocument")
    record DocumentView(
            @Schema(example = "RESIDENT_ID") DocumentType type,
            @Schema(example = "1************X") String number) {}

    @Schema(name = "MaskedLicence")
    record LicenceView(
            @Schema(example = "UNIFIED_SOCIAL_CREDIT_CODE") LicenceType type,
            @Schema(example = "9****************3") String number) {}

    /** The answer has no body, so every {@code Accept} header is allowed. */
    @PutMapping(path = "/{userName}", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.ALL_VALUE)
    @Operation(
            operationId = "putAccount",
            summary = "Make an account known, or replace what is known of it (account service only)")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = AccountBody.class)))
    @ApiResponse(responseCode = "201", description = "Known from now on", content = @Content)
    @ApiResponse(responseCode = "200", description = "Replaced", content = @Content)
    @ApiResponse(responseCode = "422", description = "INVALID_APPLICATION: errors names each field that is wrong")
    ResponseEntity<Void> put(@PathVariable String userName, @RequestBody String json) {
        AccountBody body = StrictJson.read(json, AccountBody.class);
        String mobile = body.mobile();
        AccountKind kind = body.kind();
        if (kind == null) {
            throw invalid("/kind", "REQUIRED");
        }
        Account account = new Account(
                read("/userName", userName, UserName::new),
                read("/site", body.site(), Site::new),
                kind,
                mobile == null ? null : read("/mobile", mobile, MobileNumber::parse),
                body.openBusiness() == null
                        ? Set.of()
                        : read("/openBusiness", body.openBusiness(), AccountsController::openBusiness));
        String staff = body.staff() == null ? null : read("/staff", body.staff(), AccountsController::login);
        boolean created = read("/site", account, known -> accounts.put(known, staff));
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .build();
    }

    @GetMapping("/{userName}/verification")
    @Operation(operationId = "getAccountVerification", summary = "See how an account is verified")
    VerificationView verification(@PathVariable String userName) {
        Account account = name(userName);
        return registry.bindingOf(userName)
                .map(binding -> verified(account, binding))
                .or(() -> enterprises.of(userName).map(AccountsController::verified))
                .orElseGet(() -> new VerificationView(
                        userName, account.site().code(), VerificationStatus.UNVERIFIED, null, null, null, null, null));
    }

    private Account name(String userName) {
        try {
            return accounts.find(new UserName(userName)).orElseThrow(AccountsController::notFound);
        } catch (InvalidValueException e) {
            throw notFound();
        }
    }

    private static VerificationView verified(Account account, Binding binding) {
        return new VerificationView(
                account.userName().value(),
                account.site().code(),
                VerificationStatus.VERIFIED,
                binding.person().name().masked(),
                new DocumentView(
                        binding.person().document().type(),
                        binding.person().document().masked()),
                null,
                binding.method(),
                binding.verifiedAt());
    }

    private static VerificationView verified(VerifiedEnterprise enterprise) {
        return new VerificationView(
                enterprise.account(),
                enterprise.site(),
                VerificationStatus.VERIFIED,
                enterprise.name().masked(),
                null,
                new LicenceView(
                        enterprise.licence().type(), enterprise.licence().masked()),
                VerificationMethod.ENTERPRISE,
                enterprise.verifiedAt());
    }

    private static String login(String name) {
        if (!LOGIN_FORM.matcher(name).matches()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        return name;
    }

    private static Set<String> openBusiness(Set<@Nullable String> names) {
        if (!names.stream()
                .allMatch(
                        name -> name != null && OPEN_BUSINESS_FORM.matcher(name).matches())) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        return Set.copyOf(names);
    }

    private static <V, T> T read(String pointer, @Nullable V value, Function<V, T> reader) {
        if (value == null) {
            throw invalid(pointer, "REQUIRED");
        }
        try {
            return reader.apply(value);
        } catch (InvalidValueException e) {
            throw invalid(pointer, e.code());
        }
    }

    private static RefusalException invalid(String pointer, String code) {
        return new RefusalException(Refusal.invalid(List.of(new FieldError(pointer, code))));
    }

    private static RefusalException notFound() {
        return new RefusalException(Refusal.of(RefusalCode.NOT_FOUND));
    }
}
