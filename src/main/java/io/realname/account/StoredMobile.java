package io.realname.account;

import io.realname.protection.StoredSample;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mobile number of any account: stored sealed, and by its blind index. */
@Repository
class StoredMobile implements StoredSample {

    private final JdbcClient jdbc;

    StoredMobile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Sample> any() {
        return jdbc.sql("select user_name, mobile, mobile_key from account where mobile is not null limit 1")
                .query((row, n) -> new Sample(
                        row.getBytes("mobile"),
                        AccountDirectory.place(new UserName(row.getString("user_name"))),
                        AccountDirectory.MOBILE,
                        row.getBytes("mobile_key")))
                .optional();
    }
}
