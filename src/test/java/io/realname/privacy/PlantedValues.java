package io.realname.privacy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values that must not be anywhere, in every form in which a program might leave them. A finding names kind and form,
 * never the value.
 */
public final class PlantedValues {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** The bytes of each form as ISO 8859-1 text: one character per byte, so that the search is fast. */
    private final Map<String, String> forms = new LinkedHashMap<>();

    private final Map<String, Pattern> words = new LinkedHashMap<>();

    /** Plants a value as it was typed; its normalised forms are searched for too. */
    public void plant(String kind, String typed) {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            plantExactly(kind, Normalizer.normalize(typed, form));
        }
        plantExactly(kind, typed);
        String compact = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[ \\-]", "");
        plantExactly(kind, compact);
        plantExactly(kind, compact.toUpperCase(Locale.ROOT));
    }

    /**
     * Plants a code of six digits. Ids, times and ports may contain the same digits by chance, so the plain digits are
     * searched for only where they stand alone.
     */
    void plantCode(String code) {
        words.put("code " + words.size(), Pattern.compile("(?<![0-9A-Za-z.:_+/=-])" + code + "(?![0-9A-Za-z.:_+/=-])"));
        String kind = "code " + words.size();
        for (Charset charset : CHARSETS) {
            byte[] bytes = code.getBytes(charset);
            if (charset != StandardCharsets.UTF_8) {
                add(kind + " in " + charset, bytes);
            }
            encoded(kind + " in " + charset, bytes);
        }
    }

    private void plantExactly(String kind, String value) {
        for (Charset charset : CHARSETS) {
            byte[] bytes = value.getBytes(charset);
            add(kind + " in " + charset, bytes);
            encoded(kind + " in " + charset, bytes);
        }
        add(kind + " as Java writes strings", modifiedUtf8(value));
        add(kind + " percent-encoded", ascii(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        add(kind + " escaped", ascii(escaped(value)));
        add(kind + " escaped", ascii(escaped(value).toUpperCase(Locale.ROOT).replace("\\U", "\\u")));
        if (value.matches("[1-9][0-9]{9,17}")) {
            add(
                    kind + " as a long",
                    ByteBuffer.allocate(Long.BYTES)
                            .putLong(Long.parseLong(value))
                            .array());
        }
    }

    private void encoded(String kind, byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        add(kind + ", hex", ascii(hex));
        add(kind + ", hex", ascii(hex.toUpperCase(Locale.ROOT)));
        for (int before = 0; before < 3; before++) {
            add(kind + ", base64", ascii(within(Base64.getEncoder(), bytes, before)));
            add(kind + ", base64url", ascii(within(Base64.getUrlEncoder(), bytes, before)));
        }
    }

    /** The characters that do not depend on what precedes and follows the bytes. */
    private static String within(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        int first = (before * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return text.substring(first, last);
    }

    private static byte[] modifiedUtf8(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DataOutputStream(bytes).writeUTF(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOfRange(bytes.toByteArray(), 2, bytes.size());
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(c -> {
            if (c < 0x80) {
                text.append((char) c);
            } else {
                text.append("\\u%04x".formatted(c));
            }
        });
        return text.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A form that is the same in several charsets is stored once. */
    private void add(String kind, byte[] bytes) {
        forms.putIfAbsent(new String(bytes, StandardCharsets.ISO_8859_1), kind);
    }

    /** What the data contain, by kind and form; empty if they contain no planted value. */
    List<String> in(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        forms.forEach((form, kind) -> {
            if (text.contains(form)) {
                found.add(kind);
            }
        });
        words.forEach((kind, word) -> {
            if (word.matcher(text).find()) {
                found.add(kind);
            }
        });
        return found.stream().distinct().toList();
    }

    public List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first line with a planted value, so that a failing test can say where to look. */
    Optional<String> lineOf(String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            List<String> found = in(line);
            if (!found.isEmpty()) {
                return Optional.of("line " + number + ": " + found);
            }
        }
        return Optional.empty();
    }

    int size() {
        return forms.size() + words.size();
    }
}
