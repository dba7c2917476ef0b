package io.realname.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.application.Action;
import io.realname.application.Outcome;
import io.realname.people.TestPeople;
import io.realname.process.Cases;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.Reviewers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** The sentences that a scenario may consist of, and what each one does. One object for each scenario that runs. */
final class Sentences {

    private static final String CARD_CHECK = "BankCard4EVerification";
    private static final Map<String, String> BANK_SAYS =
            Map.of("match", "0", "mismatch", "-1", "card not usable", "-8", "too many questions today", "-19");

    /** This step waits until the scenario says what the bank says. */
    private static final String ASKS_THE_BANK = "CheckBankCard";

    /** Nobody else states these passports. */
    private static final AtomicInteger PASSPORTS = new AtomicInteger(9_700);

    private final ProcessRuns runs;
    private final Cases cases;
    private final Map<Pattern, Consumer<MatchResult>> known = new LinkedHashMap<>();
    private @Nullable ProcessRun run;
    private int corrections;

    Sentences(ProcessRuns runs, Cases cases, Reviewers reviewers) {
        this.runs = runs;
        this.cases = cases;
        sentence("The applicant applies\\.", found -> applied(runs.apply(runs.somebody())));
        sentence(
                "The applicant applies with a passport\\.",
                found -> applied(cases.stating(runs.somebody(), Cases.passport(PASSPORTS.getAndIncrement(), "FRA"))));
        sentence("The applicant adds the evidence\\.", found -> cases.addEvidence(run(), Cases.DOCUMENT));
        sentence("A reviewer approves\\.", found -> reviewers.approve(run(), Reviewers.ANNA));
        sentence("A second reviewer approves\\.", found -> reviewers.approve(run(), Reviewers.SENIOR));
        sentence(
                "A reviewer rejects because of ([A-Z_]+)\\.",
                found -> reviewers.reject(run(), Reviewers.ANNA, found.group(1)));
        sentence("The applicant applies for an association\\.", found -> applied(association()));
        sentence("The applicant types the right code\\.", found -> run().enterCode());
        sentence("The applicant types a wrong code\\.", found -> run().enterWrongCode());
        sentence("The applicant types (\\d+) wrong codes\\.", found -> {
            for (int i = 0; i < Integer.parseInt(found.group(1)); i++) {
                run().enterWrongCode();
            }
        });
        sentence(
                "The applicant asks for another code\\.",
                found -> run().resendMayBeAsked().requestCode());
        sentence("The code expires\\.", found -> run().codeExpires());
        sentence("The bank says \"([^\"]+)\"\\.", found -> bankSays(found.group(1)));
        sentence("The applicant corrects the card\\.", found -> correctCard());
        sentence("The applicant withdraws\\.", found -> run().withdraw());
        sentence("(\\d+) (minutes?|hours?|days?) pass(?:es)?\\.", found -> pass(time(found.group(1), found.group(2))));
        sentence("A day passes\\.", found -> {
            run().dayPasses();
            pass(Duration.ofDays(1));
        });
        sentence(
                "(\\d+) SMS (?:was|were) sent\\.",
                found -> assertThat(run().messages()).hasSize(Integer.parseInt(found.group(1))));
        sentence(
                "The bank was asked (\\d+) times?\\.",
                found -> assertThat(runs.sandbox().calls().of(CARD_CHECK)).isEqualTo(Integer.parseInt(found.group(1))));
        sentence("The application waits for ([A-Z_]+)(?: because of ([A-Z_]+))?\\.", this::waitsFor);
        sentence("The outcome is ([A-Z_]+)(?: because of ([A-Z_]+))?\\.", this::outcomeIs);
    }

    /** @throws ScenarioFailure in the analyst's words */
    void play(Scenario scenario) {
        int number = 0;
        for (String sentence : scenario.sentences()) {
            number++;
            try {
                play(sentence);
            } catch (RuntimeException | AssertionError e) {
                throw new ScenarioFailure(
                        scenario, number, String.valueOf(e.getMessage()), run == null ? List.of() : run.passed(), e);
            }
        }
    }

    private void play(String sentence) {
        for (Map.Entry<Pattern, Consumer<MatchResult>> one : known.entrySet()) {
            Matcher found = one.getKey().matcher(sentence);
            if (found.matches()) {
                one.getValue().accept(found.toMatchResult());
                goOn();
                return;
            }
        }
        throw new IllegalArgumentException("This sentence is not known. The known ones are:\n" + words());
    }

    /** The sentences as an analyst reads them. */
    String words() {
        return String.join(
                "\n",
                known.keySet().stream()
                        .map(pattern -> "  "
                                + pattern.pattern()
                                        .replace("\\.", ".")
                                        .replace("(?: because of ([A-Z_]+))?", " [because of CODE]")
                                        .replace("(?:was|were)", "were")
                                        .replace("(minutes?|hours?|days?) pass(?:es)?", "minutes pass")
                                        .replace("times?", "times")
                                        .replace("(\\d+)", "3")
                                        .replace("([A-Z_]+)", "CODE")
                                        .replace("([^\"]+)", "match"))
                        .toList());
    }

    private void sentence(String words, Consumer<MatchResult> does) {
        known.put(Pattern.compile(words), does);
    }

    private void applied(ProcessRun applied) {
        run = applied;
    }

    private ProcessRun association() {
        Applicant holder = cases.holder();
        runs.sandbox().reset();
        return runs.associate(
                holder.withAccount(holder.account() + "_scenario"), Cases.ELSEWHERE, holder.account(), null);
    }

    private void bankSays(String answer) {
        String code = BANK_SAYS.get(answer);
        assertThat(code)
                .as("the bank says one of %s", new TreeSet<>(BANK_SAYS.keySet()))
                .isNotNull();
        assertThat(waitingForTheBank()).as("the bank is to be asked").isNotEmpty();
        runs.sandbox().script().answerNext(Objects.requireNonNull(code));
        run().checkCard();
    }

    private void correctCard() {
        corrections++;
        run().correctCard(run().applicant().withPan(TestPeople.pan("622202", 970_000 + corrections, 19)));
    }

    private void waitsFor(MatchResult found) {
        Action action = run().application().action();
        assertThat(action).as("the applicant has to act").isNotNull();
        assertThat(Objects.requireNonNull(action).type().name()).isEqualTo(found.group(1));
        if (found.group(2) != null) {
            assertThat(String.valueOf(action.reason())).isEqualTo(found.group(2));
        }
    }

    private void outcomeIs(MatchResult found) {
        Outcome outcome = run().application().outcome();
        assertThat(outcome).as("the application has ended").isNotNull();
        assertThat(Objects.requireNonNull(outcome).code().name()).isEqualTo(found.group(1));
        if (found.group(2) != null) {
            assertThat(String.valueOf(outcome.reason())).isEqualTo(found.group(2));
        }
    }

    // What happens without anybody's doing

    /** Runs what is due and asks nobody outside but for the SMS. */
    private void goOn() {
        while (run != null) {
            List<String> toTheBank = waitingForTheBank();
            List<Job> due = jobs().stream()
                    .filter(job -> job.getDuedate() == null
                            || !job.getDuedate().toInstant().isAfter(Instant.now()))
                    .filter(job -> !toTheBank.contains(job.getId()))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            management().executeJob(due.get(0).getId());
        }
    }

    private void pass(Duration time) {
        Instant until = Instant.now().plus(time);
        for (Job job : jobs()) {
            if (job.getDuedate() != null && !job.getDuedate().toInstant().isAfter(until)) {
                management().executeJob(job.getId());
                return;
            }
        }
        throw new AssertionError("nothing happens in this time");
    }

    private static Duration time(String number, String unit) {
        long count = Long.parseLong(number);
        return unit.startsWith("minute")
                ? Duration.ofMinutes(count)
                : unit.startsWith("hour") ? Duration.ofHours(count) : Duration.ofDays(count);
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (String instance : run().running()) {
            jobs.addAll(management()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .orderByJobDuedate()
                    .asc()
                    .list());
        }
        return jobs;
    }

    private List<String> waitingForTheBank() {
        List<String> jobs = new ArrayList<>();
        for (String instance : run().running()) {
            management().createJobQuery().processInstanceId(instance).activityId(ASKS_THE_BANK).list().stream()
                    .map(Job::getId)
                    .forEach(jobs::add);
        }
        return jobs;
    }

    private ManagementService management() {
        return runs.engine().getManagementService();
    }

    private ProcessRun run() {
        assertThat(run)
                .as("somebody has applied; begin with: The applicant applies.")
                .isNotNull();
        return Objects.requireNonNull(run);
    }
}
