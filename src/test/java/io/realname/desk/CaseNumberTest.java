package io.realname.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number by which people speak about a case, and how it is read again. */
class CaseNumberTest {

    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-0100443214c7");

    @Test
    void theLastFortyBitsAreTheNumber() {
        assertThat(CaseNumber.of(ID).value()).isEqualTo("0123-4567");
    }

    @RepeatedTest(100)
    void whatIsReadLeadsToTheId() {
        UUID id = UUID.randomUUID();

        CaseNumber read = CaseNumber.read(CaseNumber.of(id).value()).orElseThrow();

        assertThat(read).isEqualTo(CaseNumber.of(id));
        assertThat(id.toString()).endsWith(read.lastDigitsOfId());
        assertThat(read.lastDigitsOfId()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"7KQ2-9XMA, 7KQ2-9XMA", "7kq29xma, 7KQ2-9XMA", "7KQ2 9XMA, 7KQ2-9XMA", "o1li-0000, 0111-0000"})
    void itIsReadAsPeopleTypeIt(String typed, String number) {
        assertThat(CaseNumber.read(typed).map(CaseNumber::value)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KQ2-9XM", "7KQ2-9XMAA", "7KQ2-9XMU", "7KQ2_9XMA", "七KQ2-9XMA"})
    void otherTextsAreNone(String typed) {
        assertThat(CaseNumber.read(typed)).isEmpty();
    }
}
