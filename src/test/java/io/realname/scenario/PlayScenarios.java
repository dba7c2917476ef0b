package io.realname.scenario;

import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Reviewers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

/** Plays the scenarios of a folder. The app, its database and the sandbox are those of the tests. */
public final class PlayScenarios {

    /** What an app is started for. */
    @ProcessTest
    private static final class Stage {}

    private PlayScenarios() {}

    /** @return 0 if all went as they are written, 1 if one did not, 2 if there is none */
    public static int play(PrintStream out, Path folder) throws IOException {
        List<Scenario> scenarios = Scenario.in(folder);
        if (scenarios.isEmpty()) {
            out.println("There are no scenarios in " + folder + ".");
            return 2;
        }
        System.setProperty("logging.level.root", "off");
        System.setProperty("logging.level.org.apache.catalina", "off");
        System.setProperty("spring.main.banner-mode", "off");
        ApplicationContext app =
                new TestContextManager(Stage.class).getTestContext().getApplicationContext();
        int failed = 0;
        for (Scenario scenario : scenarios) {
            app.getBean(ProcessRuns.class).refresh();
            app.getBean(Reviewers.class).comeToWork();
            try {
                Sentences.in(app).play(scenario);
                out.println("as written   " + scenario);
            } catch (ScenarioFailure failure) {
                failed++;
                out.println("OTHERWISE    "
                        + String.valueOf(failure.getMessage()).indent(13).strip());
            }
        }
        out.println(scenarios.size() - failed + " of " + scenarios.size() + " scenarios went as they are written");
        return failed == 0 ? 0 : 1;
    }
}
