package io.realname.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.realname.RealnameApplication;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The directions of the house. Each rule is held against the code, and against a fault it must find. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.realname");

    private static final String[] CAPABILITIES = {
        "io.realname.account..",
        "io.realname.identity..",
        "io.realname.bankcard..",
        "io.realname.mobile..",
        "io.realname.evidence..",
        "io.realname.appeal..",
        "io.realname.enterprise..",
        "io.realname.review..",
        "io.realname.protection..",
        "io.realname.database..",
        "io.realname.validation.."
    };

    private static final ArchRule ENGINE_ONLY_IN_PROCESS = noClasses()
            .that(not(resideInAPackage("io.realname.process..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    private static final ArchRule CAPABILITIES_KNOW_NOBODY = noClasses()
            .that(resideInAnyPackage(CAPABILITIES))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.realname.application..",
                    "io.realname.process..",
                    "io.realname.api..",
                    "io.realname.web..",
                    "io.realname.provider..",
                    "org.springframework.web..",
                    "jakarta.servlet..");

    private static final ArchRule APPLICATION_KNOWS_NO_DOOR = noClasses()
            .that(resideInAPackage("io.realname.application.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.realname.process..", "io.realname.api..", "io.realname.web..", "io.realname.provider..");

    private static final ArchRule API_KNOWS_NO_ENGINE = noClasses()
            .that(resideInAPackage("io.realname.api.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.realname.process..", "io.realname.provider..");

    private static final ArchRule PROVIDERS_KNOW_ONLY_PORTS = noClasses()
            .that(resideInAPackage("io.realname.provider.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.realname.application..",
                    "io.realname.process..",
                    "io.realname.api..",
                    "io.realname.web..",
                    "io.realname.identity..",
                    "io.realname.account..");

    private static final ArchRule DELEGATES_ARE_STEPS_OF_A_DIAGRAM =
            classes().that().implement(JavaDelegate.class).should().resideInAPackage("io.realname.process");

    @Test
    void modulesHoldTogether() {
        ApplicationModules.of(RealnameApplication.class).verify();
    }

    @Test
    void engineIsKnownInOneRoomOnly() {
        ENGINE_ONLY_IN_PROCESS.check(MAIN);
    }

    @Test
    void capabilitiesKnowNeitherEngineNorWebNorProviders() {
        CAPABILITIES_KNOW_NOBODY.check(MAIN);
    }

    @Test
    void applicationKnowsNoDoor() {
        APPLICATION_KNOWS_NO_DOOR.check(MAIN);
    }

    @Test
    void typedDoorKnowsNoEngine() {
        API_KNOWS_NO_ENGINE.check(MAIN);
    }

    @Test
    void providersKnowOnlyThePortsTheyFill() {
        PROVIDERS_KNOW_ONLY_PORTS.check(MAIN);
    }

    @Test
    void delegatesStandBesideEachOther() {
        DELEGATES_ARE_STEPS_OF_A_DIAGRAM.check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(MAIN.stream()
                        .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                        .map(type -> type.getPackageName())
                        .distinct())
                .isEmpty();
    }

    /** A delegate that is said to be a capability: the rule that it breaks must say so. */
    @Test
    void rulesFindWhatTheyForbid() {
        JavaClasses engineEverywhere = new ClassFileImporter().importClasses(EngineInTheWrongRoom.class);

        assertThat(ENGINE_ONLY_IN_PROCESS.evaluate(engineEverywhere).hasViolation())
                .isTrue();
        assertThat(DELEGATES_ARE_STEPS_OF_A_DIAGRAM.evaluate(engineEverywhere).hasViolation())
                .isTrue();
    }

    private static final class EngineInTheWrongRoom implements JavaDelegate {

        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
            throw new UnsupportedOperationException();
        }
    }
}
