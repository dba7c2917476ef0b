package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is made from the code and committed for its readers. {@code docs/write-api} makes all of them anew: it runs
 * their tests with the property {@code documents=write}.
 */
record CommittedFile(Path path) {

    private static final boolean WRITE = "write".equals(System.getProperty("documents"));

    static CommittedFile at(String path) {
        return new CommittedFile(Path.of(path));
    }

    String content() throws IOException {
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** Fails if the file says anything else, or writes it. */
    void isHeldTo(String made) throws IOException {
        if (WRITE) {
            Files.writeString(path, made);
        }
        assertThat(content())
                .as("%s is not what the code says. If the change is meant, run docs/write-api", path)
                .isEqualTo(made);
    }
}
