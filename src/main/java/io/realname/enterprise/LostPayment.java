package io.realname.enterprise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment whose answer got lost, with what the provider's portal shows of it. We know neither its order number, which
 * only the answer contains, nor its amount, which the provider chooses (0.01 to 0.99 yuan).
 *
 * @param number which of the application's payments, from 1
 * @param sentAt when the request was sent, by the database's clock
 * @param account the corporate account: its last four digits after four asterisks
 * @param bank the bank that keeps the account
 * @param branch its branch
 * @param enterprise the enterprise's name, masked
 * @param foundMissing what an operator has stated: present if the payment did not arrive, and is to be sent again
 */
public record LostPayment(
        UUID application,
        int number,
        Instant sentAt,
        String account,
        String bank,
        String branch,
        String enterprise,
        @Nullable FoundMissing foundMissing) {

    /** @param by the operator's login */
    public record FoundMissing(String by, Instant at) {}
}
