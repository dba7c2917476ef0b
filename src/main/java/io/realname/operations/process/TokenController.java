package io.realname.operations.process;

import io.realname.process.deployment.DeploymentTokens;
import io.realname.process.deployment.DeploymentTokens.Token;
import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppUsers;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives analysts a token for the Modeler, once. */
@RestController
@RequestMapping("/operations/deployments/token")
class TokenController {

    private static final Logger LOG = LoggerFactory.getLogger(TokenController.class);

    private final WebAppUsers users;
    private final DeploymentTokens tokens;

    TokenController(WebAppUsers users, DeploymentTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @PostMapping
    ResponseEntity<Token> make(HttpServletRequest request) {
        String analyst = users.admitOwnPage(request, WebAppRole.ANALYST);
        LOG.info("{} makes a token to deploy with", analyst);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens.make(analyst));
    }
}
