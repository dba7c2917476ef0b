package io.realname.diagram.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a condition such as {@code ${attempt == 'ALLOWED' && cardResult != 'RATE_LIMITED'}}. The engine's own language
 * (JUEL) can do much more, such as call code. Diagrams use this small part of it, so that the picture says everything.
 */
public final class ConditionReader {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<text>'[^']*'|\"[^\"]*\")|(?<number>-?\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_]\\w*)"
                    + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!()])|(?<other>\\S))");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("and", "&&"),
            Map.entry("or", "||"),
            Map.entry("not", "!"),
            Map.entry("eq", "=="),
            Map.entry("ne", "!="),
            Map.entry("lt", "<"),
            Map.entry("le", "<="),
            Map.entry("gt", ">"),
            Map.entry("ge", ">="));

    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private record Token(String text, boolean fact, boolean quoted) {}

    private final List<Token> tokens;
    private int next;

    private ConditionReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws NotAComparisonException if it is anything else */
    public static Condition read(String expression) throws NotAComparisonException {
        String text = expression.strip();
        if (!text.startsWith("${") || !text.endsWith("}")) {
            throw new NotAComparisonException("it does not stand in ${…}");
        }
        ConditionReader reader = new ConditionReader(tokens(text.substring(2, text.length() - 1)));
        Condition condition = reader.either();
        if (reader.next < reader.tokens.size()) {
            throw new NotAComparisonException("\"" + reader.peek() + "\" stands where \"&&\" or \"||\" may stand");
        }
        return condition;
    }

    private static List<Token> tokens(String text) throws NotAComparisonException {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group("text");
            String word = matcher.group("word");
            if (matcher.group("other") != null) {
                throw new NotAComparisonException("\"" + matcher.group("other") + "\" is not part of a comparison");
            } else if (quoted != null) {
                tokens.add(new Token(quoted.substring(1, quoted.length() - 1), false, true));
            } else if (word != null && WORDS.containsKey(word)) {
                tokens.add(new Token(WORDS.getOrDefault(word, word), false, false));
            } else if (word != null) {
                tokens.add(new Token(word, !word.equals("true") && !word.equals("false"), false));
            } else {
                tokens.add(new Token(matcher.group().strip(), false, false));
            }
        }
        return tokens;
    }

    private Condition either() throws NotAComparisonException {
        Condition left = both();
        while (takes("||")) {
            left = new Condition.Either(left, both());
        }
        return left;
    }

    private Condition both() throws NotAComparisonException {
        Condition left = one();
        while (takes("&&")) {
            left = new Condition.Both(left, one());
        }
        return left;
    }

    private Condition one() throws NotAComparisonException {
        if (takes("!")) {
            return new Condition.Not(one());
        }
        if (takes("(")) {
            Condition inner = either();
            if (!takes(")")) {
                throw new NotAComparisonException("a bracket is not closed");
            }
            return inner;
        }
        Token fact = take("a fact");
        if (!fact.fact()) {
            throw new NotAComparisonException("\"" + fact.text() + "\" stands where a fact must stand");
        }
        if (peek().equals("(")) {
            throw new NotAComparisonException("\"" + fact.text() + "(\" calls code");
        }
        if (!COMPARISONS.contains(peek())) {
            return new Condition.Holds(fact.text());
        }
        String operator = take("a comparison").text();
        Token value = take("a value behind \"" + operator + "\"");
        if (value.fact()) {
            throw new NotAComparisonException("\"" + value.text() + "\" is no value; a text stands in '…'");
        }
        boolean number = value.text().matches("-?\\d+(\\.\\d+)?");
        boolean flag = value.text().equals("true") || value.text().equals("false");
        if (!value.quoted() && !number && !flag) {
            throw new NotAComparisonException("a value is missing behind \"" + operator + "\"");
        }
        return new Condition.Compares(fact.text(), operator, value.text(), value.quoted());
    }

    private Token take(String what) throws NotAComparisonException {
        if (next == tokens.size()) {
            throw new NotAComparisonException(what + " is missing at the end");
        }
        return tokens.get(next++);
    }

    private boolean takes(String sign) {
        if (!peek().equals(sign)) {
            return false;
        }
        next++;
        return true;
    }

    /** The next token; empty at the end, and for texts, so that a text is never taken for a sign. */
    private String peek() {
        if (next == tokens.size()) {
            return "";
        }
        Token token = tokens.get(next);
        return token.quoted() ? "'" + token.text() + "'" : token.text();
    }
}
