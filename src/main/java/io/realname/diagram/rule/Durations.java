package io.realname.diagram.rule;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as diagrams state them: ISO 8601, of days and smaller units. The engine does not understand weeks, and only
 * when it reaches them; months and years have no fixed length.
 */
public final class Durations {

    private static final Pattern DURATION =
            Pattern.compile("P(?=[T0-9])(\\d{1,5}D)?(T(?=\\d)(\\d{1,7}H)?(\\d{1,9}M)?(\\d{1,9}S)?)?");

    private static final Pattern WORDS = Pattern.compile("(?:\\b(\\d+|an?|every) )?(second|minute|hour|day)s?\\b");

    private static final Map<String, Duration> UNITS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1));

    private Durations() {}

    public static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    /** The duration that a name states, such as {@code 30 minutes} or {@code every day}; empty if it states none. */
    static Optional<Duration> inWords(String name) {
        Matcher matcher = WORDS.matcher(name.toLowerCase(Locale.ROOT));
        if (!matcher.find() || matcher.group(1) == null) {
            return Optional.empty();
        }
        Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
        String number = matcher.group(1);
        long times = Character.isDigit(number.charAt(0)) && number.length() < 9 ? Long.parseLong(number) : 1;
        Duration first = unit.multipliedBy(times);
        // "a day and 12 hours" states more than one: no comparison, rather than a wrong one.
        return matcher.find() ? Optional.empty() : Optional.of(first);
    }
}
