package io.realname.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that may not become an enterprise's for a day, because too many wrong amounts were stated. */
@Component
class FrozenAccountFigures implements FigureFamily {

    private static final FigureMeter FROZEN = new FigureMeter(
            "realname.accounts.frozen", "Accounts that are frozen for enterprise verification at present");

    private final JdbcClient jdbc;

    FrozenAccountFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "frozen_accounts";
    }

    @Override
    public List<Figure> read() {
        long frozen = jdbc.sql("""
                        select count(distinct a.account) from enterprise e join application a on a.id = e.application
                        where e.frozen_until > now()
                        """).query(Long.class).single();
        return List.of(new Figure(FROZEN, frozen));
    }
}
