package io.realname.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A file that is generated from the code, completely or in part, and committed for its readers.
 *
 * @param script generates it again: it runs the file's tests with the property {@code documents=write}
 */
public record CommittedFile(Path path, String script) {

    private static final boolean WRITE = "write".equals(System.getProperty("documents"));

    public static CommittedFile at(String path, String script) {
        return new CommittedFile(Path.of(path), script);
    }

    public String content() throws IOException {
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** As {@link #isHeldTo(String)}, for a file of which people write the other parts. */
    public void isHeldTo(UnaryOperator<String> anew) throws IOException {
        isHeldTo(anew.apply(content()));
    }

    /** Fails if the file has other content; with {@code documents=write}, writes the content first. */
    public void isHeldTo(String made) throws IOException {
        if (WRITE) {
            Files.writeString(path, made);
        }
        assertThat(content())
                .as("%s is not what the code says. If the change is meant, run %s", path, script)
                .isEqualTo(made);
    }
}
