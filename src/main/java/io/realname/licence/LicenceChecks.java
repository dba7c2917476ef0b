package io.realname.licence;

import io.realname.calls.BilledCall;
import io.realname.calls.BilledCalls;
import io.realname.calls.CallRates;
import io.realname.calls.DecisionColumns;
import io.realname.calls.ProviderAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The billed checks of licences. Each one is made at most once, as a {@link BilledCall}. */
@Service
public class LicenceChecks {

    private final JdbcClient jdbc;
    private final BilledCall<LicenceDecision> call;
    private final LicenceRegistry registry;

    LicenceChecks(JdbcClient jdbc, BilledCalls calls, CallRates rates, LicenceRegistry registry) {
        this.jdbc = jdbc;
        this.call = calls.keptIn("licence_check", new Columns(), rates.licenceChecksPerSecond());
        this.registry = registry;
    }

    /** Reserves the application's only check. Does nothing if it is already reserved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(UUID application) {
        jdbc.sql("""
                        insert into licence_check (application, try, state, reserved_at) values (?, 1, 'RESERVED', now())
                        on conflict do nothing
                        """).param(application).update();
    }

    /** The application's check; empty if it has none. */
    public Optional<LicenceCheck> of(UUID application) {
        return jdbc.sql("select state, result, differing, request_id from licence_check where application = ?")
                .param(application)
                .query((row, n) -> new LicenceCheck(
                        !row.getString("state").equals("RESERVED"),
                        row.getString("result") == null
                                ? null
                                : new Columns().read(row).finding()))
                .optional();
    }

    /**
     * Makes the reserved check, unless it was already made. Runs outside the caller's transaction and holds no
     * connection while it waits for the register.
     *
     * @param question called only if a request is sent to the register
     */
    public ProviderAnswer<LicenceFinding> make(UUID application, Supplier<LicenceQuestion> question) {
        return call.make(application, question, registry::ask).map(LicenceDecision::finding);
    }

    private static final class Columns implements DecisionColumns<LicenceDecision> {

        @Override
        public LicenceDecision read(ResultSet row) throws SQLException {
            Set<LicenceField> differing = Stream.of(
                            (String[]) row.getArray("differing").getArray())
                    .map(LicenceField::valueOf)
                    .collect(Collectors.toUnmodifiableSet());
            return new LicenceDecision(
                    new LicenceFinding(LicenceResult.valueOf(row.getString("result")), differing),
                    row.getString("request_id"));
        }

        @Override
        public Map<String, @Nullable Object> write(LicenceDecision decided) {
            LicenceFinding finding = decided.finding();
            return Map.of(
                    "result", finding.result().name(),
                    "differing",
                            finding.differing().stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .toArray(String[]::new),
                    "request_id", decided.requestId());
        }
    }

    /**
     * A check of a licence.
     *
     * @param sent whether the register was asked
     * @param finding the register's answer; absent if the register was not asked, or its answer is not known
     */
    public record LicenceCheck(boolean sent, @Nullable LicenceFinding finding) {}
}
