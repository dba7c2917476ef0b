package io.realname.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Approval;
import io.realname.app.RealnameTest;
import io.realname.process.deployment.Deployments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** What an analyst saves is in force two looks later, or refused in the analyst's words. */
@RealnameTest
@ExtendWith(OutputCaptureExtension.class)
class SavedDiagramsTest {

    private static final Path OWN = Path.of("bpmn");
    private static final String FILE = "confirm-mobile.bpmn";

    @Autowired
    private Deployments deployments;

    @Autowired
    private RepositoryService repository;

    @TempDir
    private Path folder;

    private SavedDiagrams saved;

    @BeforeEach
    void begin() throws IOException {
        FileSystemUtils.copyRecursively(OWN, folder);
        Approval.needed(deployments, false);
        saved = new SavedDiagrams(folder, deployments);
    }

    @AfterEach
    void ourDiagramsAreInForceAgain() throws IOException {
        Files.copy(OWN.resolve(FILE), folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        look();
        Approval.needed(deployments, true);
    }

    @Test
    void isInForceAtOnce(CapturedOutput log) throws IOException {
        int before = version();

        save("PT30M", "PT29M");
        saved.look();
        assertThat(version()).as("perhaps not all is written yet").isEqualTo(before);
        saved.look();

        assertThat(version()).isEqualTo(before + 1);
        assertThat(log).contains("bpmn/confirm-mobile.bpmn: checked and in force");
        look();
        assertThat(version()).as("saved once").isEqualTo(before + 1);
    }

    @Test
    void brokenOneIsRefusedAndTheVersionBeforeGoesOn(CapturedOutput log) throws IOException {
        int before = version();

        save("PT30M", "PT30X");
        look();

        assertThat(version()).isEqualTo(before);
        assertThat(log)
                .contains("bpmn/confirm-mobile.bpmn: refused, the version before goes on.")
                .contains("PT30X");
        save("PT30M", "PT28M");
        look();
        assertThat(version()).as("repaired").isEqualTo(before + 1);
    }

    private void look() {
        saved.look();
        saved.look();
    }

    private void save(String words, String instead) throws IOException {
        String own = Files.readString(OWN.resolve(FILE));
        assertThat(own).contains(words);
        Files.writeString(folder.resolve(FILE), own.replace(words, instead));
    }

    private int version() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("confirm-mobile")
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
