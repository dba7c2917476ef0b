package io.realname.enterprise;

import io.realname.application.AccountVerification;
import org.springframework.stereotype.Component;

/** Tells whether an account is verified as an enterprise's. */
@Component
class VerifiedAsEnterprise implements AccountVerification {

    private final VerifiedEnterprises enterprises;

    VerifiedAsEnterprise(VerifiedEnterprises enterprises) {
        this.enterprises = enterprises;
    }

    @Override
    public boolean isVerified(String account) {
        return enterprises.isVerified(account);
    }
}
