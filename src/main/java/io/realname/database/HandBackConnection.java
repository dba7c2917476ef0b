package io.realname.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection that can return its physical connection to the pool and take another one later. */
interface HandBackConnection extends Connection {

    /**
     * Ends the physical transaction and returns the physical connection to the pool. The next statement takes a new
     * connection and begins a new physical transaction.
     *
     * @throws IllegalStateException if the transaction has written data: to hand the connection back would commit half
     *     of the work
     */
    void handBack() throws SQLException;
}
