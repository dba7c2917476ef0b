package io.realname.operations;

/** By which of its names an application was found. The audit trail keeps it, so a name is never changed. */
public enum FoundBy {
    APPLICATION_ID("id = ?"),
    CASE_NUMBER("right(id::text, 10) = ?"),
    ACCOUNT("account = ?"),
    /** The SMS provider's number of a code that was sent. */
    SMS_SERIAL_NUMBER("id in (select application from mobile_code where serial_number = ?)"),
    /** The payment provider's number of a payment to a corporate account. */
    ORDER_NUMBER("id in (select application from corporate_payment where order_number = ?)");

    private final String condition;

    FoundBy(String condition) {
        this.condition = condition;
    }

    /** The statement that finds the ids. Its parameters are the name and the limit. */
    String statement() {
        return "select id from application where " + condition + " order by created_at desc limit ?";
    }
}
