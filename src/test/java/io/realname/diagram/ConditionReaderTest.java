package io.realname.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.diagram.catalogue.Truth;
import io.realname.diagram.model.Condition;
import io.realname.diagram.model.ConditionReader;
import io.realname.diagram.model.NotAComparisonException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${a}",
                "${not a}",
                "${!a && b == 'X'}",
                "${a == \"X\" || (b != 'Y' and c > 3)}",
                "${ a le 3 }",
                "${a == true}",
                "${a == '&& (b'}"
            })
    void comparisonsAreRead(String condition) throws NotAComparisonException {
        assertThat(ConditionReader.read(condition).facts()).contains("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a == 'X'         | it does not stand in ${…}
            ${}              | a fact is missing at the end
            ${a ==}          | a value behind "==" is missing at the end
            ${a == b}        | "b" is no value; a text stands in '…'
            ${a.b}           | "." is not part of a comparison
            ${a()}           | "a(" calls code
            ${'X' == a}      | "X" stands where a fact must stand
            ${(a}            | a bracket is not closed
            ${a b}           | `"b" stands where "&&" or "||" may stand`
            ${a == 'X}       | "'" is not part of a comparison
            ${a ? b : c}     | "?" is not part of a comparison
            """)
    void anythingElseIsNamed(String condition, String why) {
        assertThatThrownBy(() -> ConditionReader.read(condition))
                .isInstanceOf(NotAComparisonException.class)
                .hasMessage(why);
    }

    @Test
    void whatIsCertainFollowsTheLogic() throws NotAComparisonException {
        Condition both = ConditionReader.read("${a == 'X' && not b}");
        assertThat(both.certainIf(true)).isEqualTo(Set.of(new Truth("a", "X"), new Truth("b", "false")));
        assertThat(both.certainIf(false)).isEmpty();
        Condition either = ConditionReader.read("${a == 'X' || b}");
        assertThat(either.certainIf(true)).isEmpty();
        assertThat(either.certainIf(false)).containsExactly(new Truth("b", "false"));
        assertThat(ConditionReader.read("${a != 'X'}").certainIf(false)).containsExactly(new Truth("a", "X"));
        assertThat(ConditionReader.read("${a > 3}").certainIf(true)).isEmpty();
    }
}
