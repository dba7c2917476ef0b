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
 * Says why a form could not be taken apart. Spring goes by words in the container's message ("exceeds", "size") and so takes
 * each of its limits for one on the size of the request.
 */
public final class MultipartFailure {

    /** In bytes. Tomcat has one exception for too much in the headers of a part and in the whole form; no form is limited to so little. */
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
                // Tomcat's limit on what comes without a file name, which it keeps as text too.
                return problems.of(Refusal.malformed("", "FILE_NAME_REQUIRED"), language);
            }
        }
        return problems.of(Refusal.malformed("", "NOT_MULTIPART"), language);
    }
}
