package io.realname.scenario;

import io.realname.diagram.catalogue.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences that a scenario may consist of, and what each one does. */
final class Vocabulary {

    private final Map<Pattern, Consumer<MatchResult>> known = new LinkedHashMap<>();

    /** @param words a regular expression; its groups are what the sentence says more closely */
    void sentence(String words, Consumer<MatchResult> does) {
        known.put(Pattern.compile(words), does);
    }

    /** @throws IllegalArgumentException if there is no such sentence; the message lists those that there are */
    void play(String sentence) {
        for (Map.Entry<Pattern, Consumer<MatchResult>> one : known.entrySet()) {
            Matcher found = one.getKey().matcher(sentence);
            if (found.matches()) {
                one.getValue().accept(found.toMatchResult());
                return;
            }
        }
        throw new IllegalArgumentException("This sentence is not known."
                + Nearest.to(sentence, sentences())
                        .map(near -> " The most similar one is: " + near)
                        .orElse("")
                + "\nThe known ones are:\n" + words());
    }

    /** The sentences as an analyst reads them. */
    String words() {
        return sentences().stream().map(sentence -> "  " + sentence).collect(Collectors.joining("\n"));
    }

    private List<String> sentences() {
        return known.keySet().stream()
                .map(pattern -> pattern.pattern()
                        .replace("\\.", ".")
                        .replace("(?: because of ([A-Z_]+))?", " [because of CODE]")
                        .replace("(?:was|were)", "were")
                        .replace("(minutes?|hours?|days?) pass(?:es)?", "minutes pass")
                        .replace("(minutes?|hours?|days?)", "minutes")
                        .replace("times?", "times")
                        .replace("(\\d+)", "3")
                        .replace("([A-Z_]+)", "CODE")
                        .replace("([^\"]+)", "match"))
                .toList();
    }
}
