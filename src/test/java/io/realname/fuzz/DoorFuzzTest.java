package io.realname.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Applicant;
import io.realname.app.RawRequest;
import io.realname.app.RawRequest.RawReply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.application.Applications;
import io.realname.identity.IdentityDocument;
import io.realname.identity.Person;
import io.realname.identity.PersonName;
import io.realname.protection.ForgottenException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Both doors against requests with one to three changes: no 5xx, refusals as problem details only, nothing stored that was
 * not taken, nothing personal in the log, even at DEBUG.
 *
 * <p>A thousand in each build; {@code ./mvnw test -Dtest=DoorFuzzTest -Drealname.fuzz.requests=100000} for more, and
 * {@code -Drealname.fuzz.seed=…} with the seed of a failure to see it again.
 */
@RealnameTest
class DoorFuzzTest {

    private static final int REQUESTS = Integer.getInteger("realname.fuzz.requests", 1_000);
    private static final long SEED = Long.getLong("realname.fuzz.seed", System.nanoTime());
    private static final int PEOPLE = 40;
    private static final int FIRST = 27_000;
    static final String IN_HEADERS = "4929000000007777";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Applications applications;

    private final Random random = new Random(SEED);
    private final Set<String> taken = new HashSet<>();

    private int read;

    /** What was found; a long run goes on, to find the rest. */
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everythingIsTakenOrRefusedInTheContractsWords() {
        List<Applicant> people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> walk.known(Applicant.number(FIRST + n)))
                .toList();
        List<String> ids = new ArrayList<>(List.of(UUID.randomUUID().toString()));
        SeedRequests seeds = new SeedRequests(random, people, ids);
        Mutations mutations = new Mutations(random);
        int before = applications();

        try (LogWatch log = LogWatch.begin(planted(people))) {
            for (int n = 0; n < REQUESTS; n++) {
                RawRequest request = seeds.next().with("X-Request-Id", IN_HEADERS);
                for (int changes = random.nextInt(4); changes > 0; changes--) {
                    request = mutations.change(request);
                }
                String which = "seed " + SEED + ", request " + n + ": " + request.method() + " " + request.target();
                RawReply reply = answer(which, request);
                judge(which, reply);
                note(reply, ids);
            }
            assertThat(wrong).isEmpty();
            assertThat(log.found()).as("seed %d: in the log", SEED).isEmpty();
        }

        assertThat(taken).as("seed %d: applications that were taken", SEED).isNotEmpty();
        assertThat(applications() - before).as("seed %d: applications", SEED).isEqualTo(taken.size());
        Set<String> accounts = people.stream().map(Applicant::account).collect(Collectors.toSet());
        taken.forEach(id -> requireValid(accounts, id));
        assertThat(read).as("seed %d: persons that were read again", SEED).isPositive();
        assertThat(jdbc.sql(
                                "select count(*) from evidence e where not exists (select from application a where a.id = e.application)")
                        .query(Integer.class)
                        .single())
                .as("seed %d: files of no application", SEED)
                .isZero();
    }

    /** Read once more, what is kept says the same: it was checked and brought into its one form before it was stored. */
    private void requireValid(Set<String> accounts, String id) {
        Applications.Stated stated = applications.stated(UUID.fromString(id));
        assertThat(accounts.contains(stated.account()))
                .as("seed %d: a known account", SEED)
                .isTrue();
        Person person;
        try {
            person = stated.person();
        } catch (ForgottenException e) {
            return;
        }
        IdentityDocument document = person.document();
        boolean valid = PersonName.parse(person.name().value()).equals(person.name())
                && IdentityDocument.parse(
                                document.type(),
                                document.number(),
                                document.issuingCountry(),
                                LocalDate.now(ZoneOffset.UTC))
                        .equals(document);
        assertThat(valid)
                .as("seed %d: what was stored of a %s", SEED, stated.kind())
                .isTrue();
        read++;
    }

    private static Map<String, String> planted(List<Applicant> people) {
        Map<String, String> planted = new HashMap<>(Map.of(IN_HEADERS, "a header"));
        for (Applicant person : people) {
            planted.put(person.name() + "\"", "a name");
            planted.put(person.residentId().substring(0, 17), "a resident ID");
            planted.put(person.pan(), "a card");
            planted.put(person.mobile(), "a mobile number");
        }
        return planted;
    }

    private RawReply answer(String which, RawRequest request) {
        try {
            return request.send(walk.port());
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new AssertionError(which + " " + request.headers().keySet() + ": no answer", e);
        }
    }

    private void judge(String which, RawReply reply) {
        try {
            requireProblem(which, reply);
        } catch (AssertionError e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
    }

    private static void requireProblem(String which, RawReply reply) {
        assertThat(reply.status()).as(which).isLessThan(500);
        if (reply.status() >= 400) {
            assertThat(reply.header("Content-Type")).as(which).startsWith("application/problem+json");
            JsonNode problem = read(which, reply);
            assertThat(problem.at("/code").asText()).as(which).matches("[A-Z][A-Z_]+");
            assertThat(problem.at("/status").asInt()).as(which).isEqualTo(reply.status());
            assertThat(reply.body()).as(which).doesNotContain(IN_HEADERS);
        }
    }

    private static JsonNode read(String which, RawReply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(which + ": no JSON", e);
        }
    }

    /** A start is taken with 201 at the typed door, with 200 and a business key at the engine's. */
    private void note(RawReply reply, List<String> ids) {
        if (reply.status() >= 300 || !reply.header("Content-Type").contains("json")) {
            return;
        }
        JsonNode body = read("an answer", reply);
        String id = reply.status() == 201
                ? body.path("id").asText()
                : body.path("businessKey").asText();
        if (!id.isEmpty() && taken.add(id)) {
            ids.add(id);
        }
    }

    private int applications() {
        return jdbc.sql("select count(*) from application").query(Integer.class).single();
    }
}
