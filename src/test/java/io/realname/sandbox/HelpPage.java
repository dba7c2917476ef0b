package io.realname.sandbox;

/** The text that {@code GET /} answers. */
final class HelpPage {

    static final String TEXT = """
            The sandbox of realname. It replaces the providers, and speaks their protocols.

            POST /                 Tencent Cloud API 3.0 (TC3-HMAC-SHA256): BankCard4EVerification, SendSms,
                                   PullSmsSendStatusByPhoneNumber, VerifyBizLicenseEnterprise4
            POST /v1/{action}      JD Cloud cloudauth (JDCLOUD2-HMAC-SHA256): company:transfer, company:transferStatus,
                                   company:check
            GET /inbox/{mobile}    the SMS delivered to a number, newest first; +86, 86 or nothing before it
            GET /transfers/{account}  the payments that a corporate account got, newest first
            GET /ledger            the calls that a provider would have billed
            POST /repair/{end}     numbers that end so make no failure any more: curl -X POST .../repair/0004
            DELETE /repair/{end}   they do again
            POST /reset            empties inbox, transfers, ledger and repairs; each number's first call is to come

            What happens is decided by the last four digits of the mobile number:

            ends in  bank-card check                                     SMS
            0001     details do not match                                delivered
            0002     card lost, frozen or cancelled                      delivered
            0003     first call billed, its answer late (30 s); then ok  delivered
            0004     HTTP 500 always                                     delivered
            0005     succeeds                                            refused: frequency limit
            0006     succeeds                                            first call HTTP 500, then delivered
            else     succeeds                                            delivered

            by the last four digits of the corporate account:

            ends in  payment of 0.01 to 0.99 yuan
            0001     refused at once: no such account, or not of that name
            0002     sent, then returned by the bank
            0003     first call sent and billed, its answer late (30 s); then ok
            0004     HTTP 500 always
            0005     on its way for two questions, then arrived
            else     arrives at once

            and by the two characters before the check character of the credit code:

            ends in  licence check
            01       the name differs
            02       not in force
            03       first call billed, its answer late (30 s); then ok
            04       HTTP 500 always
            05       first call not processed: the register's own trouble; then ok
            else     all agree, in business
            """;

    private HelpPage() {}
}
