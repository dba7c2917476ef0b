package io.realname.benchmark.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A table. The first column has words, the others have numbers. */
public record Table(List<String> head, List<List<String>> rows) {

    /** For the console. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, head.size())
                .map(column -> Stream.concat(Stream.of(head), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return Stream.concat(Stream.of(head), rows.stream())
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(row.get(column), widths[column], column == 0))
                        .collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }

    private static String padded(String text, int width, boolean left) {
        String spaces = " ".repeat(width - text.length());
        return left ? text + spaces : spaces + text;
    }

    String html() {
        return "<table>\n<thead>"
                + row(head, "th scope=\"col\"", "th")
                + "</thead>\n<tbody>\n"
                + rows.stream().map(row -> row(row, "td", "td")).collect(Collectors.joining("\n"))
                + "\n</tbody>\n</table>";
    }

    private static String row(List<String> cells, String open, String close) {
        return cells.stream()
                .map(cell -> "<" + open + ">" + HtmlUtils.htmlEscape(cell, "UTF-8") + "</" + close + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
