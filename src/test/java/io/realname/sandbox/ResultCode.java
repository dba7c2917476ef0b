package io.realname.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A result code of the bank-card check, from the provider's list. */
public record ResultCode(String code, boolean billed, String description) {

    private static final Map<String, ResultCode> ALL = read();

    /** The listed code; a code that isn't listed counts as billed. */
    public static ResultCode of(String code) {
        return ALL.getOrDefault(code, new ResultCode(code, true, "未知"));
    }

    private static Map<String, ResultCode> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        ResultCode.class.getResourceAsStream("/tencent/bankcard4e-result-codes.tsv"), "codes"),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new ResultCode(columns[0], columns[1].equals("Y"), columns[2]))
                    .collect(Collectors.toMap(ResultCode::code, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
