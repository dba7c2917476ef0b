package io.realname.sandbox;

/** What {@code GET /} tells. */
final class HelpPage {

    static final String TEXT = """
            The sandbox of realname: it stands in for the providers, over their own wire protocols.

            POST /                 Tencent Cloud API 3.0 (TC3-HMAC-SHA256): BankCard4EVerification, SendSms,
                                   PullSmsSendStatusByPhoneNumber
            GET /inbox/{mobile}    the SMS delivered to a number, newest first; +86, 86 or nothing before it
            GET /ledger            the calls that a provider would have billed
            POST /repair/{last4}   from now on all is well for mobile numbers that end so: curl -X POST .../repair/0004
            DELETE /repair/{last4} and no longer
            POST /reset            forgets all: inbox, ledger, repairs, who has had their first call

            What happens is decided by the last four digits of the mobile number:

            ends in  bank-card check                                     SMS
            0001     details do not match                                delivered
            0002     card lost, frozen or cancelled                      delivered
            0003     first call billed, its answer late (30 s); then ok  delivered
            0004     HTTP 500 always                                     delivered
            0005     succeeds                                            refused: frequency limit
            0006     succeeds                                            first call HTTP 500, then delivered
            else     succeeds                                            delivered
            """;

    private HelpPage() {}
}
