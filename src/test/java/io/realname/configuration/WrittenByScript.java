package io.realname.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A file that is written from the code in part, and committed for its readers. {@code docs/write-configuration} writes those
 * parts anew: it runs their tests with the property {@code documents=write}.
 */
record WrittenByScript(Path path) {

    static final WrittenByScript PAGE = new WrittenByScript(Path.of("docs/configuration.md"));
    static final WrittenByScript COMPOSE = new WrittenByScript(Path.of("docker-compose.yml"));

    private static final boolean WRITE = "write".equals(System.getProperty("documents"));

    String content() throws IOException {
        return Files.readString(path);
    }

    /** Fails if it would say anything else when it is written anew, or writes it. */
    void isWhatTheCodeSays(UnaryOperator<String> anew) throws IOException {
        String made = anew.apply(content());
        if (WRITE) {
            Files.writeString(path, made);
        }
        assertThat(content())
                .as("%s is not what the code says. If the change is meant, run docs/write-configuration", path)
                .isEqualTo(made);
    }
}
