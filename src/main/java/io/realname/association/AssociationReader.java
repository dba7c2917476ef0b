package io.realname.association;

import io.realname.account.UserName;
import io.realname.refusal.FieldErrors;
import io.realname.refusal.RefusalException;
import io.realname.refusal.StrictJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parses an association. The refusal names all wrong fields, but never contains their values. */
@Component
public class AssociationReader {

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public AssociationApplication read(String json) {
        AssociationForm form = StrictJson.read(json, AssociationForm.class);
        FieldErrors errors = new FieldErrors();
        UserName account = errors.read("/account", form.account, UserName::new);
        UserName verifiedAccount = errors.read("/verifiedAccount", form.verifiedAccount, UserName::new);
        UUID follows = errors.follows(form.follows);
        errors.refuseIfAny();
        if (account == null || verifiedAccount == null) {
            throw new IllegalStateException("a field is null, but FieldErrors has no error for it");
        }
        return new AssociationApplication(account, verifiedAccount, follows);
    }

    private record AssociationForm(
            @Nullable String account,
            @Nullable String verifiedAccount,
            @Nullable String follows) {}
}
