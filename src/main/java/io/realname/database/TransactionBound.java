package io.realname.database;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value of its own for each transaction, made when it is first asked for. It may be written just before the commit, so
 * that what a transaction does in several steps reaches the database in one statement.
 *
 * @param <T> the value; only the transaction's thread uses it
 */
public final class TransactionBound<T> {

    private final Supplier<T> made;
    private final Consumer<T> beforeCommit;
    private final Consumer<T> afterCommit;

    private TransactionBound(Supplier<T> made, Consumer<T> beforeCommit, Consumer<T> afterCommit) {
        this.made = made;
        this.beforeCommit = beforeCommit;
        this.afterCommit = afterCommit;
    }

    /** @param beforeCommit may use the database; if it fails, the transaction is rolled back */
    public TransactionBound(Supplier<T> made, Consumer<T> beforeCommit) {
        this(made, beforeCommit, value -> {});
    }

    /** A value that is only forgotten when the transaction ends. */
    public static <T> TransactionBound<T> remembered(Supplier<T> made) {
        return new TransactionBound<>(made, value -> {});
    }

    /** A value that others may see once the transaction is committed. */
    public static <T> TransactionBound<T> published(Supplier<T> made, Consumer<T> afterCommit) {
        return new TransactionBound<>(made, value -> {}, afterCommit);
    }

    /** The value of the present transaction; null if there is no transaction. */
    @SuppressWarnings("unchecked") // only this object binds values to itself
    public @Nullable T get() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        T bound = (T) TransactionSynchronizationManager.getResource(this);
        if (bound == null) {
            bound = made.get();
            TransactionSynchronizationManager.bindResource(this, bound);
            TransactionSynchronizationManager.registerSynchronization(new Bound(bound));
        }
        return bound;
    }

    private final class Bound implements TransactionSynchronization {

        private final T value;

        private Bound(T value) {
            this.value = value;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionBound.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionBound.this, value);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            beforeCommit.accept(value);
        }

        @Override
        public void afterCommit() {
            afterCommit.accept(value);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionBound.this);
        }
    }
}
