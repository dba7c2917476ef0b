package io.realname.bankcard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which bank issued a card, by its issuer identification number (IIN, ISO/IEC 7812).
 *
 * <p>The data are {@code /iin/iin.csv} and {@code /iin/banks.csv}, read once, from the MIT-licensed list caijf/bankcard
 * (licence beside them). 12 IINs are listed with two card lengths and 9 of them with two banks, so an IIN alone decides
 * nothing: only one whose card length is the PAN's counts, and of several such the longest. One IIN with one length
 * belongs to one bank. A list that says otherwise is refused when it is loaded, rather than guessed at: the wrong bank
 * would cost the applicant a billed attempt.
 */
@Component
public class IssuerDirectory {

    private static final String BANKS = "/iin/banks.csv";
    private static final String IINS = "/iin/iin.csv";

    private record IinRange(String iin, int panLength) {}

    private final Map<String, Bank> banks = new LinkedHashMap<>();
    private final Map<IinRange, Issuer> issuers = new HashMap<>();
    private final int longestIin;

    /** @throws IllegalStateException if the list is missing or contradicts itself, with the line */
    public IssuerDirectory() {
        this(lines(BANKS), lines(IINS));
    }

    /**
     * @param bankLines {@code bank,name}
     * @param iinLines {@code bin,bank,type,length}, length being that of the whole PAN
     */
    IssuerDirectory(List<String> bankLines, List<String> iinLines) {
        bankLines.forEach(this::addBank);
        iinLines.forEach(this::addIin);
        longestIin = issuers.keySet().stream()
                .mapToInt(range -> range.iin().length())
                .max()
                .orElse(0);
    }

    private void addBank(String line) {
        String[] columns = columns(line, 2);
        if (banks.putIfAbsent(columns[0], new Bank(columns[0], columns[1])) != null) {
            throw new IllegalStateException("bank listed twice: " + line);
        }
    }

    private void addIin(String line) {
        String[] columns = columns(line, 4);
        Bank bank = banks.get(columns[1]);
        if (bank == null) {
            throw new IllegalStateException("IIN of a bank that is not listed: " + line);
        }
        var issuer = new Issuer(bank, CardType.ofLetters(columns[2]));
        if (issuers.putIfAbsent(new IinRange(columns[0], Integer.parseInt(columns[3])), issuer) != null) {
            throw new IllegalStateException("IIN listed twice with one length: " + line);
        }
    }

    private static String[] columns(String line, int count) {
        String[] columns = line.split(",", -1);
        if (columns.length != count) {
            throw new IllegalStateException("expected " + count + " columns: " + line);
        }
        return columns;
    }

    private static List<String> lines(String resource) {
        InputStream stream = IssuerDirectory.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("not on the classpath: " + resource);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer of the longest IIN whose card length is this PAN's; empty if the list knows none. */
    public Optional<Issuer> issuerOf(Pan pan) {
        String digits = pan.digits();
        for (int length = Math.min(longestIin, digits.length()); length > 0; length--) {
            Issuer issuer = issuers.get(new IinRange(digits.substring(0, length), digits.length()));
            if (issuer != null) {
                return Optional.of(issuer);
            }
        }
        return Optional.empty();
    }

    /** Every bank of the list, by code: also those of which the list knows no card yet. */
    public List<Bank> banks() {
        return List.copyOf(banks.values());
    }

    /**
     * The banks of which a card can be accepted, by code: those with an IIN of a debit, credit or semi-credit card.
     * What is published as supported should be these; of the rest every card would be refused.
     */
    public List<Bank> banksWithAcceptableCards() {
        var acceptable = issuers.values().stream()
                .filter(issuer -> issuer.type() != CardType.PREPAID)
                .map(Issuer::bank)
                .collect(Collectors.toUnmodifiableSet());
        return banks.values().stream().filter(acceptable::contains).toList();
    }
}
