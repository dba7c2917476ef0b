package io.realname.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12AX",
                " 12 AX ",
                "1-2-A-X",
                "１２ＡＸ",
                "12\u3000AX",
                "12\u00A0A\u2009X",
                "1\u20102\u2013A\u2212X",
                "1\uFF0D2AX",
                "\u202D12AX\u202C",
                "\uFEFF12\u200BAX",
                "12AX\r\n",
                "\t12AX"
            })
    void whatWritingAddsGoes(String typed) {
        assertThat(TypedNumber.compact(typed)).isEqualTo("12AX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"١٢", "۱۲", "१२", "²", "①", "Ⅹ", "𝟏", "ı", "K", "1.2", "1/2", "\uD842"})
    void whatOnlyLooksAlikeStays(String typed) {
        assertThat(TypedNumber.compact(typed)).isEqualTo(typed);
    }

    @Test
    void caseStays() {
        assertThat(TypedNumber.compact("aXｘ")).isEqualTo("aXx");
    }
}
