package io.realname.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The delivered SMS. Their phones exist only in the sandbox. */
public final class Inbox {

    /** One SMS as its reader sees it. */
    public record Message(String text, String code, Instant at) {

        /** Does not show the code, which is secret even here. */
        @Override
        public String toString() {
            return "Message[at=" + at + "]";
        }
    }

    public record Delivery(MobileKey to, Message message, String serialNo, String sessionContext) {}

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    public void deliver(Delivery delivery) {
        deliveries.add(delivery);
    }

    /** What a number got, newest first; the number in any usual form. */
    public List<Message> messages(String mobile) {
        List<Message> messages = new ArrayList<>(
                deliveries(MobileKey.of(mobile)).stream().map(Delivery::message).toList());
        Collections.reverse(messages);
        return messages;
    }

    /** The messages with this session context, newest first: a number may get messages from several senders. */
    public List<Message> messagesOf(String sessionContext) {
        List<Message> messages = new ArrayList<>(deliveries.stream()
                .filter(delivery -> delivery.sessionContext().equals(sessionContext))
                .map(Delivery::message)
                .toList());
        Collections.reverse(messages);
        return messages;
    }

    /** What a number got, oldest first. */
    public List<Delivery> deliveries(MobileKey to) {
        return deliveries.stream().filter(delivery -> delivery.to().equals(to)).toList();
    }

    void reset() {
        deliveries.clear();
    }
}
