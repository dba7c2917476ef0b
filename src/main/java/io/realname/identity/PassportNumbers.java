package io.realname.identity;

import io.realname.protection.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which passports have the same number. A passport is one by country and number, and who misreads or lies about the country
 * is another identity; numbers of two countries may also be the same by chance. So nothing follows from it but that people
 * look.
 */
@Repository
public class PassportNumbers {

    private final JdbcClient jdbc;
    private final BlindIndex blindIndex;

    PassportNumbers(JdbcClient jdbc, BlindIndex blindIndex) {
        this.jdbc = jdbc;
        this.blindIndex = blindIndex;
    }

    /** Notes the number of an identity; nothing comes of it if its document is no passport. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(IdentityKey identity, IdentityDocument document) {
        if (document.type() == DocumentType.PASSPORT) {
            jdbc.sql("""
                            insert into passport_number (identity_key, number_key) values (?, ?)
                            on conflict (identity_key) do nothing
                            """)
                    .params(identity.bytes(), blindIndex.of("passport-number", document.number()))
                    .update();
        }
    }

    /** Whether the number of a passport is bound to an account, or somebody applies with it, under another country too. */
    public boolean isUnderTwoCountries(IdentityKey identity) {
        return jdbc.sql("""
                        select exists (
                            select from passport_number this
                            join passport_number other on other.number_key = this.number_key
                                                      and other.identity_key <> this.identity_key
                            where this.identity_key = ?
                              and (exists (select from binding b
                                           where b.identity_key = other.identity_key and b.released_at is null)
                                   or exists (select from application a
                                              where a.identity_key = other.identity_key and a.ended_at is null)))
                        """).param(identity.bytes()).query(Boolean.class).single();
    }
}
