package io.realname.operations.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.realname.desk.CaseNumber;
import io.realname.enterprise.LostPayment;
import io.realname.enterprise.LostPayments;
import io.realname.enterprise.PaymentFindings;
import io.realname.payment.PaymentFinding;
import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppUsers;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.validation.InvalidValueException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators the payments whose answer got lost, and takes what they found when they looked one up. */
@RestController
@RequestMapping("/operations/payments")
class PaymentsController {

    private final WebAppUsers users;
    private final LostPayments lost;
    private final PaymentFindings findings;
    private final CaseDiagrams diagrams;

    PaymentsController(WebAppUsers users, LostPayments lost, PaymentFindings findings, CaseDiagrams diagrams) {
        this.users = users;
        this.lost = lost;
        this.findings = findings;
        this.diagrams = diagrams;
    }

    @GetMapping("/lost")
    Lost lost(HttpServletRequest request) {
        String operator = users.admit(request, WebAppRole.OPERATOR);
        List<ShownPayment> shown = lost.shownTo("user:" + operator).stream()
                .map(payment -> new ShownPayment(
                        CaseNumber.of(payment.application()).value(), diagrams.cockpit(payment.application()), payment))
                .toList();
        return new Lost(shown, shown.size() == LostPayments.MOST);
    }

    /** @param id of the application */
    @PostMapping(path = "/{id}/finding", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void find(HttpServletRequest request, @PathVariable UUID id, @RequestBody Finding finding) {
        String operator = users.admitOwnPage(request, WebAppRole.OPERATOR);
        findings.state(id, finding.whichPayment(), finding.finding(), operator);
    }

    /** @param more whether there may be later ones, which are not shown */
    record Lost(List<ShownPayment> payments, boolean more) {}

    /** @param cockpit the address of the application's instance in Cockpit */
    record ShownPayment(
            String caseNumber,
            @Nullable String cockpit,
            @JsonUnwrapped LostPayment payment) {}

    /**
     * What the operator found.
     *
     * @param number which of the application's payments, as it was shown
     * @param orderNumber the provider's, only if the payment arrived
     */
    record Finding(
            @Nullable Integer number,
            @Nullable Boolean arrived,
            @Nullable String orderNumber) {

        int whichPayment() {
            if (number == null) {
                throw malformed("/number", "REQUIRED");
            }
            return number;
        }

        PaymentFinding finding() {
            if (arrived == null) {
                throw malformed("/arrived", "REQUIRED");
            }
            if (!arrived && orderNumber != null && !orderNumber.isBlank()) {
                throw malformed("/orderNumber", "ORDER_NUMBER_NOT_EXPECTED");
            }
            try {
                return arrived ? PaymentFinding.Arrived.as(orderNumber) : new PaymentFinding.NotArrived();
            } catch (InvalidValueException e) {
                throw malformed("/orderNumber", e.code());
            }
        }

        private static RefusalException malformed(String pointer, String code) {
            return new RefusalException(Refusal.malformed(pointer, code));
        }
    }
}
