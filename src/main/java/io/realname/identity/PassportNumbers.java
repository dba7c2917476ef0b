package io.realname.identity;

import io.realname.protection.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds passports that have the same number. A passport is identified by country and number: if an applicant misreads
 * or lies about the country, the identity is another one. Two countries may also use the same number by chance. So the
 * only consequence of a match is that people look at the passports.
 */
@Repository
public class PassportNumbers {

    private final JdbcClient jdbc;
    private final BlindIndex blindIndex;

    PassportNumbers(JdbcClient jdbc, BlindIndex blindIndex) {
        this.jdbc = jdbc;
        this.blindIndex = blindIndex;
    }

    /** Stores the number of an identity's passport. Does nothing for other types of document. */
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

    /**
     * Whether a passport of another country with the same number is bound to an account, or used in an open
     * application.
     */
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
