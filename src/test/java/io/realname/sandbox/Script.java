package io.realname.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The results that a test sets for the next calls; they come before the scenario of a number. Each line is used once,
 * for one call of its action, in the order of the script. After the last line, the scenarios decide again.
 */
public final class Script {

    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Map<String, Deque<DeskAnswer>> answers = new HashMap<>();
    private final Map<String, Deque<Pause>> pauses = new HashMap<>();
    private final Deque<String> bankResults = new ArrayDeque<>();
    private final Deque<String> smsCodes = new ArrayDeque<>();

    Script() {}

    /** The next call is processed, but its answer is damaged on the way. */
    public synchronized void failNext(String action, Fault fault) {
        faults.computeIfAbsent(action, key -> new ArrayDeque<>()).add(fault);
    }

    /** The next call isn't processed; the answer is only an HTTP status. */
    public synchronized void statusNext(String action, int status) {
        answers.computeIfAbsent(action, key -> new ArrayDeque<>()).add(DeskAnswer.bare(status));
    }

    /** The next call is refused with this error code; for JD Cloud it is the error's {@code status}. */
    public synchronized void errorNext(String action, String errorCode) {
        answers.computeIfAbsent(action, key -> new ArrayDeque<>()).add(DeskAnswer.error(errorCode));
    }

    /**
     * The next call is answered with this JSON object: for Tencent the {@code Response}, for JD Cloud all of it. A
     * request id is added.
     */
    public synchronized void responseNext(String action, String response) {
        answers.computeIfAbsent(action, key -> new ArrayDeque<>())
                .add(DeskAnswer.of(Json.parse(response).orElseThrow().deepCopy()));
    }

    /** The next bank-card check has this result code, and is billed if the list of codes says so. */
    public synchronized void answerNext(String resultCode) {
        bankResults.add(resultCode);
    }

    /** The next message has this code; {@code Ok} delivers it. */
    public synchronized void smsCodeNext(String code) {
        smsCodes.add(code);
    }

    /** Holds the answer of the next call until the pause is released. */
    public synchronized Pause pauseNext(String action) {
        Pause pause = new Pause();
        pauses.computeIfAbsent(action, key -> new ArrayDeque<>()).add(pause);
        return pause;
    }

    synchronized Optional<Fault> nextFault(String action) {
        return next(faults, action);
    }

    public synchronized Optional<DeskAnswer> nextAnswer(String action) {
        return next(answers, action);
    }

    synchronized Optional<Pause> nextPause(String action) {
        return next(pauses, action);
    }

    public synchronized Optional<String> nextBankResult() {
        return Optional.ofNullable(bankResults.poll());
    }

    public synchronized Optional<String> nextSmsCode() {
        return Optional.ofNullable(smsCodes.poll());
    }

    synchronized void reset() {
        faults.clear();
        answers.clear();
        pauses.values().forEach(waiting -> waiting.forEach(Pause::release));
        pauses.clear();
        bankResults.clear();
        smsCodes.clear();
    }

    private static <T> Optional<T> next(Map<String, Deque<T>> lines, String action) {
        return Optional.ofNullable(lines.get(action)).map(Deque::poll);
    }
}
