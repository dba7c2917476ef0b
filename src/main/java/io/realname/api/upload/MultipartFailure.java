package io.realname.api.upload;

import io.realname.refusal.Refusal;
import io.realname.web.Problem;
import io.realname.web.Problems;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartException;

/**
 * Finds out why a multipart form could not be parsed. Spring looks for words in the container's message ("exceeds",
 * "size"), so it reports each limit of the container as a limit on the size of the request.
 */
public final class MultipartFailure {

    /**
     * In bytes. Tomcat throws the same exception for too long headers of a part and for a form that is too large. The
     * limit of a form is always above this value, so a limit up to this value is about headers.
     */
    private static final long LONGEST_PART_HEADERS = 64 * 1024;

    private MultipartFailure() {}

    public static Problem of(MultipartException failure, Problems problems, Locale language) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UploadTooSlowException) {
                return problems.of(HttpStatus.REQUEST_TIMEOUT, language);
            } else if (cause instanceof SizeLimitExceededException size
                    && size.getPermittedSize() <= LONGEST_PART_HEADERS) {
                return problems.of(Refusal.malformed("", "PART_HEADERS_TOO_LONG"), language);
            } else if (cause instanceof SizeException) {
                return problems.of(HttpStatus.PAYLOAD_TOO_LARGE, language);
            } else if (cause instanceof FileCountLimitExceededException) {
                return problems.of(Refusal.malformed("", "TOO_MANY_PARTS"), language);
            } else if (cause instanceof IllegalStateException && cause.getCause() == null) {
                // This is Tomcat's limit on parts without a file name, which it also keeps in memory as text.
                return problems.of(Refusal.malformed("", "FILE_NAME_REQUIRED"), language);
            }
        }
        return problems.of(Refusal.malformed("", "NOT_MULTIPART"), language);
    }
}
