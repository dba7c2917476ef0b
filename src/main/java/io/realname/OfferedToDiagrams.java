package io.realname;

import io.realname.appeal.process.Appeal;
import io.realname.appeal.process.AppealSteps;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.association.process.AssociateVerifiedAccount;
import io.realname.association.process.AssociationSteps;
import io.realname.desk.process.ReviewSteps;
import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.KnownMessage;
import io.realname.diagram.catalogue.KnownProcess;
import io.realname.enterprise.process.EnterpriseSteps;
import io.realname.newuser.process.NewUserSteps;
import io.realname.process.ClientMessage;
import io.realname.process.SharedSteps;
import io.realname.process.engine.EngineGroups;
import io.realname.process.evidence.EvidenceSteps;
import io.realname.process.evidence.ReviewDocuments;
import io.realname.process.mobile.MobileSteps;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all rooms together offer to diagrams. The same for the running application and for the command. */
@Configuration(proxyBeanMethods = false)
class OfferedToDiagrams {

    /** What the application itself sends to processes. */
    private static final List<String> OWN_MESSAGES =
            List.of(AssociateVerifiedAccount.MOBILE_BOUND, ReviewDocuments.EVIDENCE_ADDED, Appeal.HOLDER_OBJECTED);

    @Bean
    static Catalogue catalogue() {
        return new Catalogue(
                all(
                        SharedSteps.ALL,
                        MobileSteps.ALL,
                        EvidenceSteps.ALL,
                        NewUserSteps.ALL,
                        AssociationSteps.ALL,
                        AppealSteps.ALL,
                        EnterpriseSteps.ALL,
                        ReviewSteps.ALL),
                ReviewSteps.TASKS,
                ReviewSteps.LEFT,
                ReviewSteps.ANSWERS,
                all(
                        AppealSteps.PROCESSES,
                        List.<KnownProcess>of(
                                NewUserSteps.PROCESS,
                                AssociationSteps.PROCESS,
                                EnterpriseSteps.PROCESS,
                                MobileSteps.PROCESS,
                                EvidenceSteps.PROCESS,
                                ReviewSteps.PROCESS)),
                messages(),
                List.of(NewUserSteps.TABLE, ReviewSteps.TABLE),
                all(AppealSteps.NEVER, EvidenceSteps.NEVER),
                names(OutcomeCode.values()),
                names(OutcomeReason.values()),
                Set.copyOf(EngineGroups.REVIEWERS));
    }

    private static List<KnownMessage> messages() {
        return Stream.concat(
                        Arrays.stream(ClientMessage.values())
                                .map(message -> new KnownMessage(message.messageName(), message.input())),
                        OWN_MESSAGES.stream().map(name -> new KnownMessage(name, null)))
                .toList();
    }

    @SafeVarargs
    private static <T> List<T> all(List<T>... parts) {
        return Arrays.stream(parts).flatMap(List::stream).toList();
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
