package io.realname.provider.s3;

import io.realname.evidence.EvidenceStore;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Stores sealed contents as objects. If the transaction rolls back, the objects that it stored are deleted again. If a
 * transaction deletes an object, the object is removed only after the commit.
 */
final class S3EvidenceStore implements EvidenceStore {

    private static final Logger log = LoggerFactory.getLogger(S3EvidenceStore.class);

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    S3EvidenceStore(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public void put(UUID id, byte[] sealed) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // Registered before the call, since a call that fails may still have stored the object.
            TransactionSynchronizationManager.registerSynchronization(new Undo(id));
        }
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key(id)).contentType("application/octet-stream"),
                    RequestBody.fromBytes(sealed));
        } catch (SdkException e) {
            throw away(e);
        }
    }

    @Override
    public byte[] get(UUID id) {
        try {
            return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key(id)))
                    .asByteArray();
        } catch (NoSuchKeyException e) {
            throw new IllegalStateException("no content of evidence " + id);
        } catch (SdkException e) {
            throw away(e);
        }
    }

    /**
     * Reported like a database that is unavailable: the failure is temporary, and the client may send the request
     * again.
     */
    private static DataAccessResourceFailureException away(SdkException e) {
        return new DataAccessResourceFailureException("the object storage cannot be used", e);
    }

    @Override
    public void delete(UUID id) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit(id));
        } else {
            try {
                s3.deleteObject(request -> request.bucket(bucket).key(key(id)));
            } catch (SdkException e) {
                throw away(e);
            }
        }
    }

    private String key(UUID id) {
        return prefix + id;
    }

    private void deleteOrTell(UUID id) {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key(id)));
        } catch (SdkException e) {
            log.warn(
                    "The object of evidence {} could not be deleted: {}",
                    id,
                    e.getClass().getSimpleName());
        }
    }

    /** Deletes the stored object if the transaction rolls back. */
    private final class Undo implements TransactionSynchronization {

        private final UUID id;

        Undo(UUID id) {
            this.id = id;
        }

        @Override
        public void afterCompletion(int status) {
            // If the outcome is unknown, the object stays: the row in the database may have been committed.
            if (status == STATUS_ROLLED_BACK) {
                deleteOrTell(id);
            }
        }
    }

    /** Deletes the object of removed evidence after the commit. If that fails, the retention job tries again later. */
    private final class AfterCommit implements TransactionSynchronization {

        private final UUID id;

        AfterCommit(UUID id) {
            this.id = id;
        }

        @Override
        public void afterCommit() {
            deleteOrTell(id);
        }
    }
}
