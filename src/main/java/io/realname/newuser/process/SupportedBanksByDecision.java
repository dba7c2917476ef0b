package io.realname.newuser.process;

import io.realname.bankcard.Bank;
import io.realname.bankcard.BankSettings;
import io.realname.bankcard.CardType;
import io.realname.bankcard.IssuerDirectory;
import io.realname.bankcard.SupportedBanks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Evaluates the decision table {@code supported-banks} for every bank and every card type. */
@Component
class SupportedBanksByDecision implements SupportedBanks {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final IssuerDirectory issuers;
    private final BankSettings settings;
    /** The key is the id of the decision definition. A new version of the table has a new id. */
    private final ConcurrentMap<String, List<SupportedBank>> answers = new ConcurrentHashMap<>();

    SupportedBanksByDecision(
            DecisionService decisions, RepositoryService repository, IssuerDirectory issuers, BankSettings settings) {
        this.decisions = decisions;
        this.repository = repository;
        this.issuers = issuers;
        this.settings = settings;
    }

    @Override
    public List<SupportedBank> all() {
        String decision = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(NewUserVerification.SUPPORTED_BANKS)
                .latestVersion()
                .singleResult()
                .getId();
        return answers.computeIfAbsent(decision, this::ask);
    }

    private List<SupportedBank> ask(String decision) {
        return issuers.banks().stream()
                .map(bank -> new SupportedBank(bank.code(), bank.name(), acceptedTypes(decision, bank)))
                .filter(bank -> !bank.cardTypes().isEmpty())
                .toList();
    }

    private Set<CardType> acceptedTypes(String decision, Bank bank) {
        Set<CardType> accepted = EnumSet.noneOf(CardType.class);
        for (CardType type : CardType.values()) {
            if ("ACCEPTED".equals(acceptance(decision, bank, type))) {
                accepted.add(type);
            }
        }
        return accepted;
    }

    private String acceptance(String decision, Bank bank, CardType type) {
        return decisions
                .evaluateDecisionTableById(
                        decision,
                        Variables.putValue(NewUserVerification.BANK.name(), bank.code())
                                .putValue(
                                        NewUserVerification.BANK_SETTING.name(),
                                        settings.of(bank.code()).name())
                                .putValue(NewUserVerification.CARD_TYPE.name(), type.name()))
                .getSingleResult()
                .getEntry(NewUserVerification.CARD_ACCEPTANCE);
    }
}
