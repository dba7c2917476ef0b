package io.realname.enterprise;

import java.util.UUID;

/** An operator has found that the application's payment arrived, although its answer got lost: the process may go on. */
public record PaymentFound(UUID application) {}
