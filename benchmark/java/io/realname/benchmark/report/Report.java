package io.realname.benchmark.report;

import io.realname.benchmark.Visit.Step;
import io.realname.cost.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * One HTML file, which needs no other file.
 *
 * @param systems what each system is
 * @param circumstances machine, versions, options
 */
public record Report(Comparison comparison, Map<String, String> systems, Map<String, String> circumstances) {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>What one verification costs</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 82rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
            h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem }
            .wide { overflow-x: auto }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem }
            th, td { padding: .35rem .8rem; border-bottom: 1px solid #ddd; text-align: right; white-space: nowrap }
            th:first-child, td:first-child { text-align: left }
            th { border-bottom: 2px solid #888; font-weight: 600 }
            .rounds th { white-space: normal; vertical-align: bottom }
            .rounds th, .rounds td { padding: .35rem .45rem; font-size: .8rem }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; margin: 0 0 1.5rem }
            dt { font-weight: 600 } dd { margin: 0 }
            .plots { display: flex; flex-wrap: wrap; gap: 1rem } .plots img { max-width: 100% }
            </style>
            </head>
            <body>
            <h1>What one verification costs</h1>
            <p>A person makes an account known, applies, waits for the SMS, types the code and waits for the outcome: five HTTP
            requests, one SMS, one question to the bank. Each system ran in a process of its own, with a database of its own on
            one durable PostgreSQL; the systems took turns, round by round. Clients, providers and database were on the same
            machine.</p>
            {systems}
            <div class="wide">{medians}</div>
            <p>A ratio is of the rounds with the same number, which ran one after the other. CPU, statements, transactions and
            WAL are per verification. WAL has full pages in it: there was a checkpoint before each round. If other
            programs used more than a tenth of a core, repeat the run on a machine that does nothing else.</p>
            <h2>The other kinds of applications</h2>
            <p>What realname does for one application of each kind, from the account's PUT to the last GET, as
            HappyPathCostTest counts it at each build. Claiming and deciding in Tasklist is included; logging in and looking
            at the files is not. The rounds above also count what looks for jobs and begins transactions.</p>
            <div class="wide">{kinds}</div>
            <h2>Plots</h2>
            <div class="plots">
            <img src="{throughput}" alt="Verified a second, in each round; the numbers are in the table of rounds">
            <img src="{cpu}" alt="CPU time of one verification; the numbers are in the first table">
            <img src="{start}" alt="How long a start took, by percentile">
            <img src="{outcome}" alt="How long the outcome took, by percentile">
            </div>
            <h2>Where and how</h2>
            {circumstances}
            <h2>Every round</h2>
            <div class="wide rounds">{rounds}</div>
            </body>
            </html>
            """;

    public void write(Path file) throws IOException {
        Plots plots = new Plots(comparison);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                PAGE.replace("{systems}", list(systems))
                        .replace("{medians}", comparison.medians().html())
                        .replace("{kinds}", kinds().html())
                        .replace("{throughput}", plots.throughput())
                        .replace("{cpu}", plots.cpu())
                        .replace("{start}", plots.latencies(Step.START, "How long a start took"))
                        .replace(
                                "{outcome}",
                                plots.latencies(Step.OUTCOME, "How long it took from the typed code to the outcome"))
                        .replace("{circumstances}", list(circumstances))
                        .replace("{rounds}", comparison.everyRound().html()));
    }

    private static Table kinds() {
        return new Table(
                List.of("Kind", "Statements", "Round trips to PostgreSQL", "Commits", "Calls to providers"),
                Arrays.stream(Budget.values())
                        .map(kind -> List.of(
                                kind.path,
                                "" + kind.cost.statements(),
                                "" + kind.cost.roundTrips(),
                                "" + kind.cost.commits(),
                                "" + kind.cost.calls()))
                        .toList());
    }

    private static String list(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> "<dt>" + HtmlUtils.htmlEscape(entry.getKey(), "UTF-8") + "</dt><dd>"
                        + HtmlUtils.htmlEscape(entry.getValue(), "UTF-8") + "</dd>")
                .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>"));
    }
}
