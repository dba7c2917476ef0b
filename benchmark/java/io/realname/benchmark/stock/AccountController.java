package io.realname.benchmark.stock;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Profile(StockApplication.PROFILE)
@RestController
class AccountController {

    private final JdbcClient jdbc;

    AccountController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Account(String site, String kind) {}

    @PutMapping("/api/v1/accounts/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable String name, @RequestBody Account account) {
        jdbc.sql("""
                        insert into account (name, site, kind) values (?, ?, ?)
                        on conflict (name) do update set site = excluded.site, kind = excluded.kind
                        """).params(name, account.site(), account.kind()).update();
    }
}
