package io.realname.bankcard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;

/**
 * A line of a list of banks or IINs.
 *
 * @param place file and line, for the person who corrects the list
 */
record ListRow(String place, List<String> columns) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads a list: comma-separated, UTF-8 with or without a byte order mark. The first line is the header. Empty lines
     * are skipped.
     *
     * @throws InvalidBankListException if the list is missing or does not have this form
     */
    static List<ListRow> read(Resource list, String header) {
        String file = list.getDescription();
        List<String> lines = text(list, file).lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(header)) {
            throw new InvalidBankListException(file + ", line 1", "expected the header " + header);
        }
        int columns = header.split(",", -1).length;
        List<ListRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()) {
                rows.add(row(file + ", line " + (i + 1), line, columns));
            }
        }
        return rows;
    }

    private static ListRow row(String place, String line, int columns) {
        List<String> found =
                Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        if (found.size() != columns) {
            throw new InvalidBankListException(
                    place, "expected " + columns + " columns, but there are " + found.size());
        }
        return new ListRow(place, found);
    }

    // The causes are left out on purpose: the operator reads the message, and it is complete.
    @SuppressWarnings("UnusedException")
    private static String text(Resource list, String file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(list.getContentAsByteArray()))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidBankListException(file, "not in UTF-8");
        } catch (IOException e) {
            throw new InvalidBankListException(file, "cannot be read");
        }
    }

    /** The value of a column, which must match the form. */
    String column(int index, String form, String what) {
        String value = columns.get(index);
        if (!value.matches(form)) {
            throw wrong("not " + what + ": " + value);
        }
        return value;
    }

    InvalidBankListException wrong(String problem) {
        return new InvalidBankListException(place, problem);
    }
}
