package io.realname.operations;

import io.realname.account.UserName;
import io.realname.desk.CaseNumber;
import io.realname.validation.InvalidValueException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator types to find an application: an account, an id, a case number, an SMS serial number or an order
 * number. What it is, is recognised by its form; a text that can be several things is all of them.
 */
public record SearchTerm(String text) {

    /** In characters. The longest of these names are serial numbers. */
    static final int LONGEST = 100;

    private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{Nd}\\p{Punct} ]+");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern PROVIDERS_NUMBER = Pattern.compile("[!-~]+");

    /** @throws InvalidValueException {@code REQUIRED}, {@code INVALID_LENGTH}, {@code INVALID_CHARACTER} */
    public static SearchTerm typed(@Nullable String input) {
        String text = input == null ? "" : input.strip();
        if (text.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        if (text.length() > LONGEST) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        if (!PRINTABLE.matcher(text).matches()) {
            throw new InvalidValueException("INVALID_CHARACTER");
        }
        return new SearchTerm(text);
    }

    Optional<UUID> id() {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    Optional<CaseNumber> caseNumber() {
        return CaseNumber.read(text);
    }

    Optional<UserName> account() {
        try {
            return Optional.of(new UserName(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** The number of a message or a payment, as its provider writes it. */
    Optional<String> providersNumber() {
        return PROVIDERS_NUMBER.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String toString() {
        return "SearchTerm[sealed]";
    }
}
