package io.realname;

import java.sql.SQLException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in a few lines why the app could not use its database at the start. */
class DatabaseAwayAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment settings;

    DatabaseAwayAnalyzer(Environment settings) {
        this.settings = settings;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        String state = ExceptionUtils.getThrowableList(cause).stream()
                .filter(SQLException.class::isInstance)
                .map(found -> ((SQLException) found).getSQLState())
                .reduce("", (outer, inner) -> inner == null ? outer : inner);
        if (state.startsWith("08") || state.startsWith("57P")) {
            return analysis("does not answer", "Is it started, and may this host reach it?", cause);
        }
        if (state.startsWith("28")) {
            return analysis(
                    "refuses the login", "Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.", cause);
        }
        if (state.equals("3D000")) {
            return analysis("does not exist", "Create it in the encoding UTF8, owned by the app's user.", cause);
        }
        return null;
    }

    private FailureAnalysis analysis(String what, String action, SQLException cause) {
        return new FailureAnalysis("The database " + address() + " " + what + ".", action, cause);
    }

    /** Without the parameters, which may contain a password. */
    private String address() {
        String url = settings.getProperty("spring.datasource.url", "(spring.datasource.url is not set)");
        return url.split("\\?", 2)[0];
    }
}
