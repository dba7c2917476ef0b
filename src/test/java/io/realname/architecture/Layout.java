package io.realname.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.NullMarked;
import org.springframework.web.bind.annotation.RestController;

/**
 * What each room may hold. Which room may know which one is said in the rooms themselves, as {@code allowedDependencies}
 * in their {@code package-info.java}, and held by Spring Modulith.
 */
final class Layout {

    /** The rooms in which the engine is known: {@code process}, each {@code process} below a kind, and what is below those. */
    private static final String[] ENGINE = {"io.realname.process..", "io.realname.*.process.."};

    /** The rooms that read diagrams and tables as files (decision 0053), with the libraries for that. */
    private static final String[] DIAGRAMS = {"io.realname.diagram.."};

    private static final DescribedPredicate<JavaClass> ENGINE_ITSELF = resideInAnyPackage("org.camunda..")
            .and(DescribedPredicate.not(resideInAnyPackage("org.camunda.bpm.model..", "org.camunda.feel..")))
            .as("reside in the engine itself, not in its libraries for files");

    private static final String[] CAPABILITIES = {
        "io.realname.account..",
        "io.realname.identity..",
        "io.realname.bankcard..",
        "io.realname.mobile..",
        "io.realname.evidence..",
        "io.realname.review..",
        "io.realname.licence..",
        "io.realname.payment..",
        "io.realname.protection..",
        "io.realname.database..",
        "io.realname.validation..",
        "io.realname.refusal.."
    };

    private static final String[] KINDS = {"newuser", "association", "appeal", "enterprise"};

    /** Every rule, by what it says. */
    static final Map<String, ArchRule> RULES = Map.of(
            "Only the rooms called process know the engine, so that it can be exchanged for a fork of it",
            noClasses()
                    .that(DescribedPredicate.not(resideInAnyPackage(ENGINE).or(resideInAnyPackage(DIAGRAMS))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.camunda.."),
            "The rules of diagrams know the files, not the engine, so that they run without one",
            noClasses().that().resideInAnyPackage(DIAGRAMS).should().dependOnClassesThat(ENGINE_ITSELF),
            "The steps of a diagram stand in the room of their diagram, not in those of the engine's settings",
            classes()
                    .that()
                    .implement(JavaDelegate.class)
                    .or()
                    .implement(TaskListener.class)
                    .should()
                    .resideInAnyPackage(
                            "io.realname.*.process",
                            "io.realname.process",
                            "io.realname.process.mobile",
                            "io.realname.process.evidence"),
            "Capabilities are plain Java: no web",
            noClasses()
                    .that()
                    .resideInAnyPackage(CAPABILITIES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.web..", "jakarta.servlet.."),
            "No kind of application knows another one",
            SlicesRuleDefinition.slices()
                    .matching("io.realname.(" + String.join("|", KINDS) + ")..")
                    .should()
                    .notDependOnEachOther(),
            "Clients, reviewers and operators are answered in the rooms of the doors only",
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .resideInAnyPackage(
                            "io.realname.api",
                            "io.realname.analysis.process",
                            "io.realname.desk.process.tasklist",
                            "io.realname.operations.process"),
            "Requests are filtered in the rooms of the doors only",
            classes()
                    .that()
                    .areAssignableTo(Filter.class)
                    .should()
                    .resideInAnyPackage(
                            "io.realname.web..",
                            "io.realname.api.upload",
                            "io.realname.process.door",
                            "io.realname.desk.process.tasklist",
                            "io.realname.staff.login"),
            "Rooms know each other in one direction only, those inside a module too",
            SlicesRuleDefinition.slices().matching("io.realname.(**)").should().beFreeOfCycles(),
            "Every room is null-marked",
            classes().should(new NullMarkedRoom()));

    private Layout() {}

    private static final class NullMarkedRoom extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {

        NullMarkedRoom() {
            super("reside in a package that is annotated with @NullMarked");
        }

        @Override
        public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(type, type.getPackageName()));
            }
        }
    }
}
