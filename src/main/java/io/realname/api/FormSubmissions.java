package io.realname.api;

import io.realname.api.upload.UploadedForm;
import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceIntake;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Examined;
import io.realname.evidence.Upload;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Applications and evidence that come as forms. Each is processed once per idempotency key of its client. The files are
 * examined before the transaction begins, since that takes long.
 */
@Service
class FormSubmissions {

    private final IdempotentRequests requests;
    private final Applicants applicants;
    private final EvidenceIntake intake;
    private final EvidenceFolder evidence;
    private final ApplicationProcess process;

    FormSubmissions(
            IdempotentRequests requests,
            Applicants applicants,
            EvidenceIntake intake,
            EvidenceFolder evidence,
            ApplicationProcess process) {
        this.requests = requests;
        this.applicants = applicants;
        this.intake = intake;
        this.evidence = evidence;
        this.process = process;
    }

    /** @param part the name of the part that holds the application; all others are files */
    ResponseEntity<String> start(
            ApplicationKind kind,
            String part,
            MultipartHttpServletRequest request,
            @Nullable String key,
            Locale language) {
        UploadedForm form = UploadedForm.of(request);
        String json = form.json(part);
        return requests.answer(
                        key,
                        () -> "POST " + ApplicationPaths.of(kind) + "\n" + form.fingerprint(part),
                        () -> intake.examine(form.uploads(kinds(kind), List.of(part))),
                        files -> {
                            UUID id = process.newId();
                            evidence.add(id, files);
                            return applicants.start(id, kind, json, language);
                        })
                .response();
    }

    /** Adds files to an application that asks for them. */
    ResponseEntity<String> addEvidence(
            ApplicationKind kind, UUID id, MultipartHttpServletRequest request, @Nullable String key, Locale language) {
        Step step = new Step(kind, id, "evidence", ActionType.ADD_EVIDENCE);
        UploadedForm form = UploadedForm.of(request);
        return requests.answer(
                        key,
                        () -> step.operation() + "\n" + form.fingerprint(),
                        () -> examined(step, form),
                        files -> applicants.take(
                                step,
                                application -> {
                                    evidence.add(application, files);
                                    process.evidenceAdded(application);
                                },
                                language))
                .response();
    }

    private List<Examined> examined(Step step, UploadedForm form) {
        applicants.requireExpected(step);
        List<Upload> uploads = form.uploads(kinds(step.kind()), List.of());
        if (uploads.isEmpty()) {
            throw new RefusalException(Refusal.malformed("", "REQUIRED"));
        }
        return intake.examine(uploads);
    }

    private static Set<EvidenceKind> kinds(ApplicationKind kind) {
        return kind == ApplicationKind.ENTERPRISE ? EvidenceKind.ofEnterprises() : EvidenceKind.ofPersons();
    }
}
