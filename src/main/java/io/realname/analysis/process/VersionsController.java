package io.realname.analysis.process;

import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppUsers;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows analysts and operators every version of the diagrams and tables. */
@RestController
@RequestMapping("/diagrams")
class VersionsController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final WebAppUsers users;
    private final Versions versions;

    VersionsController(WebAppUsers users, Versions versions) {
        this.users = users;
        this.versions = versions;
    }

    @GetMapping("/versions")
    Versions.All all(HttpServletRequest request) {
        users.admit(request, WebAppRole.ANALYST, WebAppRole.OPERATOR);
        return versions.all();
    }

    /** The file as plain text, so that no browser takes it for a document. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(HttpServletRequest request, @RequestParam String id) {
        users.admit(request, WebAppRole.ANALYST, WebAppRole.OPERATOR);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(versions.file(id).orElseThrow(() -> new RefusalException(Refusal.of(RefusalCode.NOT_FOUND))));
    }
}
