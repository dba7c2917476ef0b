package io.realname.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection whose transaction may let go of the physical connection and take another one later. */
interface HandBackConnection extends Connection {

    /**
     * Ends the physical transaction and gives the physical connection back to the pool; the next statement takes a new
     * one and begins a new physical transaction.
     *
     * @throws IllegalStateException if the transaction has written anything: handing back would commit half of it
     */
    void handBack() throws SQLException;
}
