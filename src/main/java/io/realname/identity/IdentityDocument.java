package io.realname.identity;

import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Type and number of one person's identity document, in the normalised form in which they are compared and stored.
 *
 * <p>Full-width characters, spaces, hyphens and lower case are normalised before anything is checked. So the same
 * number is the same document, however it was typed. The number is personal data: {@link #toString()} shows the type
 * only.
 */
public final class IdentityDocument {

    private static final Pattern VOID_RESIDENT_ID = Pattern.compile("[0-9]{15}");
    private static final Pattern OLD_FOREIGN_PERMANENT_RESIDENT_ID = Pattern.compile("[A-Z]{3}[0-9]{12}");
    private static final Pattern HK_MACAU_PERMIT = Pattern.compile("[HM][0-9]{8}(?:[0-9]{2})?");
    private static final Pattern TAIWAN_PERMIT = Pattern.compile("[0-9]{8}|[0-9]{10}\\([A-Z0-9]\\)");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,20}");

    private static final int HK_MACAU_LIFELONG_PART = 9;
    private static final int TAIWAN_LIFELONG_PART = 8;

    // The mask has the same width for every document, so it does not show the length of the number.
    private static final String MASK = "*".repeat(12);

    private final DocumentType type;
    private final String number;
    private final @Nullable String issuingCountry;
    private final @Nullable LocalDate birthDate;
    private final String lifelongPart;

    private IdentityDocument(
            DocumentType type,
            String number,
            @Nullable String issuingCountry,
            @Nullable LocalDate birthDate,
            String lifelongPart) {
        this.type = type;
        this.number = number;
        this.issuingCountry = issuingCountry;
        this.birthDate = birthDate;
        this.lifelongPart = lifelongPart;
    }

    /**
     * Reads a document as an applicant gives it.
     *
     * @param number as typed; null and blank are refused with {@code REQUIRED}
     * @param issuingCountry the country printed on a passport, ISO 3166-1 alpha-3; ignored for the other types
     * @param today the current day in China, not on the server; a later birth date is in the future
     * @throws InvalidValueException {@code REQUIRED}, {@code INVALID_FORMAT}; for a passport
     *     {@code ISSUING_COUNTRY_REQUIRED} and {@code INVALID_COUNTRY}, the only codes that are about the country; for
     *     a resident ID or an HMT residence permit {@code WRONG_DOCUMENT_TYPE} (the region belongs to the other of
     *     these two types), {@code INVALID_REGION}, {@code INVALID_BIRTH_DATE}, {@code BIRTH_DATE_IN_FUTURE},
     *     {@code INVALID_SEQUENCE}, {@code INVALID_CHECK_DIGIT}; for a resident ID {@code VOID_15_DIGIT_NUMBER} (void
     *     since 2013-01-01); for a foreign permanent resident ID of 2023 {@code INVALID_REGION},
     *     {@code INVALID_BIRTH_DATE}, {@code BIRTH_DATE_IN_FUTURE}, {@code INVALID_CHECK_DIGIT}
     */
    public static IdentityDocument parse(
            DocumentType type, @Nullable String number, @Nullable String issuingCountry, LocalDate today) {
        String normalised = normalise(number == null ? "" : number);
        if (normalised.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        return switch (type) {
            case RESIDENT_ID -> residentId(normalised, today);
            case HMT_RESIDENCE_PERMIT -> hmtResidencePermit(normalised, today);
            case FOREIGN_PERMANENT_RESIDENT_ID -> foreignPermanentResidentId(normalised, today);
            case HK_MACAU_PERMIT -> permit(type, HK_MACAU_PERMIT, HK_MACAU_LIFELONG_PART, normalised);
            case TAIWAN_PERMIT -> permit(type, TAIWAN_PERMIT, TAIWAN_LIFELONG_PART, normalised);
            case PASSPORT -> passport(normalised, issuingCountry);
        };
    }

    private static IdentityDocument residentId(String number, LocalDate today) {
        if (VOID_RESIDENT_ID.matcher(number).matches()) {
            throw new InvalidValueException("VOID_15_DIGIT_NUMBER");
        }
        requireForm(Gb11643.hasForm(number));
        if (Gb11643.isHongKongMacauTaiwan(number)) {
            throw new InvalidValueException("WRONG_DOCUMENT_TYPE");
        }
        if (!Gb11643.isMainland(number)) {
            throw new InvalidValueException("INVALID_REGION");
        }
        LocalDate birthDate = Gb11643.requirePerson(number, today);
        return new IdentityDocument(DocumentType.RESIDENT_ID, number, null, birthDate, number);
    }

    private static IdentityDocument hmtResidencePermit(String number, LocalDate today) {
        requireForm(Gb11643.hasForm(number));
        if (Gb11643.isMainland(number)) {
            throw new InvalidValueException("WRONG_DOCUMENT_TYPE");
        }
        if (!Gb11643.isHongKongMacauTaiwan(number)) {
            throw new InvalidValueException("INVALID_REGION");
        }
        LocalDate birthDate = Gb11643.requirePerson(number, today);
        return new IdentityDocument(DocumentType.HMT_RESIDENCE_PERMIT, number, null, birthDate, number);
    }

    /**
     * The old form contains a birth date without its century. It does not show whether the holder is 13 or 113; a
     * reviewer sees that.
     */
    private static IdentityDocument foreignPermanentResidentId(String number, LocalDate today) {
        LocalDate birthDate = null;
        if (!OLD_FOREIGN_PERMANENT_RESIDENT_ID.matcher(number).matches()) {
            requireForm(Ga2102.hasForm(number));
            birthDate = Ga2102.requirePerson(number, today);
        }
        return new IdentityDocument(DocumentType.FOREIGN_PERMANENT_RESIDENT_ID, number, null, birthDate, number);
    }

    private static IdentityDocument permit(DocumentType type, Pattern form, int lifelongPart, String number) {
        requireForm(form.matcher(number).matches());
        return permitOf(type, number, lifelongPart);
    }

    private static IdentityDocument permitOf(DocumentType type, String number, int lifelongPart) {
        return new IdentityDocument(type, number, null, null, number.substring(0, lifelongPart));
    }

    private static IdentityDocument passport(String number, @Nullable String issuingCountry) {
        requireForm(PASSPORT.matcher(number).matches());
        String country = PassportCountries.canonical(normalise(issuingCountry == null ? "" : issuingCountry));
        if (country.isEmpty()) {
            throw new InvalidValueException("ISSUING_COUNTRY_REQUIRED");
        }
        if (!PassportCountries.issue(country)) {
            throw new InvalidValueException("INVALID_COUNTRY");
        }
        return passportOf(country, number);
    }

    private static IdentityDocument passportOf(String country, String number) {
        return new IdentityDocument(DocumentType.PASSPORT, number, country, null, country + ":" + number);
    }

    /**
     * A document that was parsed earlier and stored. It is not checked again, so it stays readable even if rules and
     * lists have changed. It has no birth date: the age was checked when the document was parsed.
     *
     * @param issuingCountry of a passport
     */
    public static IdentityDocument stored(DocumentType type, String number, @Nullable String issuingCountry) {
        return switch (type) {
            case PASSPORT -> passportOf(Objects.requireNonNull(issuingCountry), number);
            case HK_MACAU_PERMIT -> permitOf(type, number, HK_MACAU_LIFELONG_PART);
            case TAIWAN_PERMIT -> permitOf(type, number, TAIWAN_LIFELONG_PART);
            case RESIDENT_ID, HMT_RESIDENCE_PERMIT, FOREIGN_PERMANENT_RESIDENT_ID ->
                new IdentityDocument(type, number, null, null, number);
        };
    }

    private static void requireForm(boolean holds) {
        if (!holds) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
    }

    // Only ASCII is changed to upper case. In other text, a dotless i would become I and a long s would become S.
    private static String normalise(String typed) {
        String compact = TypedNumber.compact(typed);
        boolean ascii = compact.chars().allMatch(c -> c < 0x80);
        return ascii ? compact.toUpperCase(Locale.ROOT) : compact;
    }

    public DocumentType type() {
        return type;
    }

    /** The complete number, normalised. Only for sealing, the blind index and the provider's request. */
    public String number() {
        return number;
    }

    /** Whether the typed text, once normalised, is this document's number. Type and country are not compared. */
    public boolean hasNumber(String typed) {
        return number.equals(normalise(typed));
    }

    /** Whether the typed text is the code of the country that issued the passport, in ISO's form or as printed. */
    public boolean isIssuedBy(String typed) {
        // The lines that machines read fill up short codes: D<<.
        return PassportCountries.canonical(normalise(typed.replace("<", ""))).equals(issuingCountry);
    }

    /** ISO 3166-1 alpha-3 for a passport, null for every other type. */
    public @Nullable String issuingCountry() {
        return issuingCountry;
    }

    /**
     * The birth date, if the number contains it with its century (GB 11643, GA 2102-2023) and {@link #parse} made this
     * object; otherwise empty.
     */
    public Optional<LocalDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    /**
     * The type, and the part of the number that identifies the person: without the part that changes when a permit is
     * reissued, and with the country for a passport. Personal data, like the number.
     */
    public String uniquenessKey() {
        return type + ":" + lifelongPart;
    }

    /**
     * First and last character with twelve asterisks between them, for a number of any length: {@code 1************4}.
     */
    public String masked() {
        return number.charAt(0) + MASK + number.charAt(number.length() - 1);
    }

    /**
     * Compares type, normalised number and issuing country. A reissued permit is another document of the same identity.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdentityDocument that
                && type == that.type
                && number.equals(that.number)
                && Objects.equals(issuingCountry, that.issuingCountry);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, number, issuingCountry);
    }

    @Override
    public String toString() {
        return "IdentityDocument[" + type + "]";
    }
}
