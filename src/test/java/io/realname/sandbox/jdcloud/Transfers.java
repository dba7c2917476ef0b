package io.realname.sandbox.jdcloud;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The small payments that were sent. Their accounts exist only in the sandbox. */
public final class Transfers {

    /**
     * One payment as the account's owner sees it.
     *
     * @param amount in yuan, {@code 0.01} to {@code 0.99}
     */
    public record Transfer(String orderNumber, String amount, Instant at) {

        /** Does not show the amount, which is secret even here. */
        @Override
        public String toString() {
            return "Transfer[" + orderNumber + "]";
        }
    }

    record Order(String account, Transfer transfer, AtomicInteger timesAsked) {}

    private static final int MOST_FEN = 99;

    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public Transfers(Clock clock) {
        this.clock = clock;
    }

    Transfer send(String account) {
        String amount = "0.%02d".formatted(1 + random.nextInt(MOST_FEN));
        Transfer transfer = new Transfer(UUID.randomUUID().toString().replace("-", ""), amount, clock.instant());
        orders.add(new Order(account, transfer, new AtomicInteger()));
        return transfer;
    }

    Optional<Order> order(String orderNumber) {
        return orders.stream()
                .filter(order -> order.transfer().orderNumber().equals(orderNumber))
                .findFirst();
    }

    /** What an account got, newest first. */
    public List<Transfer> to(String accountNumber) {
        List<Transfer> transfers = new ArrayList<>(orders.stream()
                .filter(order -> order.account().equals(accountNumber))
                .map(Order::transfer)
                .toList());
        Collections.reverse(transfers);
        return transfers;
    }

    public void reset() {
        orders.clear();
    }
}
