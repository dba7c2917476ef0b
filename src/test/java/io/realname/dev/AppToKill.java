package io.realname.dev;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Main class of a process that writes to a kept database, holds a connection open, and waits until a test kills it. */
final class AppToKill {

    static final String WRITTEN = "written";

    private AppToKill() {}

    public static void main(String[] args) throws SQLException, IOException {
        EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(args[0]));
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), ServerSettings.OWNER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('" + args[1] + "')");
            System.out.println(WRITTEN);
            // No input ever comes, so this waits until the process is killed.
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
