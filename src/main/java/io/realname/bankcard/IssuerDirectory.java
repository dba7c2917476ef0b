package io.realname.bankcard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Finds the bank that issued a card, by issuer identification number (IIN, ISO/IEC 7812).
 *
 * <p>The data are {@code /iin/iin.csv} and {@code /iin/banks.csv}, from the MIT-licensed list caijf/bankcard (its
 * licence is beside them), and the operator's additional lists. They are read once. 12 IINs are listed with two card
 * lengths, and 9 of them with two banks. So the IIN alone is not enough: its card length must also be the length of the
 * PAN. If several IINs match, the longest one counts. One IIN with one length belongs to one bank; a list that
 * contradicts this is refused when it is loaded. With a wrong bank, the applicant would lose a billed attempt.
 *
 * <p>Banks get new IINs before the lists contain them. So a card with an unknown IIN may be valid.
 */
@Component
public class IssuerDirectory {

    private static final Resource BANKS = new ClassPathResource("iin/banks.csv");
    private static final Resource IINS = new ClassPathResource("iin/iin.csv");
    private static final String BANK_COLUMNS = "bank,name";
    private static final String IIN_COLUMNS = "bin,bank,type,length";

    private record IinRange(String iin, int panLength) {}

    private final Map<String, Bank> banks = new LinkedHashMap<>();
    private final Map<IinRange, Issuer> issuers = new HashMap<>();
    private final int longestIin;

    /**
     * @throws InvalidBankListException if a list is missing, malformed or contradicts itself; the message names the
     *     line
     */
    @Autowired
    public IssuerDirectory(BankCardProperties settings) {
        this(settings.additionalBanks(), settings.additionalIins());
    }

    /**
     * An entry of an additional list overrides the built-in list. Two additional lists must not contain the same entry.
     *
     * @param additionalBanks each with the columns {@code bank,name}
     * @param additionalIins each with the columns {@code bin,bank,type,length}; the length is that of the whole PAN
     */
    public IssuerDirectory(List<Resource> additionalBanks, List<Resource> additionalIins) {
        addBanks(List.of(BANKS));
        addBanks(additionalBanks);
        addIins(List.of(IINS));
        addIins(additionalIins);
        longestIin = issuers.keySet().stream()
                .mapToInt(range -> range.iin().length())
                .max()
                .orElse(0);
    }

    private void addBanks(List<Resource> lists) {
        Set<String> added = new HashSet<>();
        for (Resource list : lists) {
            for (ListRow row : ListRow.read(list, BANK_COLUMNS)) {
                String code = row.column(0, "[A-Z0-9]{1,20}", "the code of a bank (capital letters and digits)");
                String name = row.column(1, ".{1,100}", "the name of a bank");
                if (!added.add(code)) {
                    throw row.wrong("the bank is listed twice: " + code);
                }
                banks.put(code, new Bank(code, name));
            }
        }
    }

    private void addIins(List<Resource> lists) {
        Set<IinRange> added = new HashSet<>();
        for (Resource list : lists) {
            for (ListRow row : ListRow.read(list, IIN_COLUMNS)) {
                IinRange range = range(row);
                if (!added.add(range)) {
                    throw row.wrong("the IIN is listed twice with this length: " + range.iin());
                }
                issuers.put(range, issuer(row));
            }
        }
    }

    private static IinRange range(ListRow row) {
        return new IinRange(
                row.column(0, "[0-9]{2,12}", "an IIN (2 to 12 digits)"),
                Integer.parseInt(row.column(3, "1[3-9]", "the length of a card number (13 to 19)")));
    }

    private Issuer issuer(ListRow row) {
        Bank bank = banks.get(row.columns().get(1));
        if (bank == null) {
            throw row.wrong("no bank has the code " + row.columns().get(1));
        }
        return new Issuer(bank, CardType.ofLetters(row.column(2, "DC|CC|SCC|PC", "a type of card (DC, CC, SCC, PC)")));
    }

    /** The issuer of the longest IIN that matches the PAN and its length; empty if no list contains one. */
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

    /** The codes of the banks in the built-in list. */
    public static Set<String> builtInBanks() {
        return ListRow.read(BANKS, BANK_COLUMNS).stream()
                .map(row -> row.columns().get(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All banks in the order of the lists, also banks of which no card is listed. */
    public List<Bank> banks() {
        return List.copyOf(banks.values());
    }

    /** The bank that has this code. */
    public Optional<Bank> bank(String code) {
        return Optional.ofNullable(banks.get(code));
    }
}
