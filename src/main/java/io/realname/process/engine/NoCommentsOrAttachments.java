package io.realname.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses comments and attachments from every user. What people write may be personal data, and the engine stores it in
 * plain text. The engine also lets every logged-in user add comments and attachments to every task.
 */
final class NoCommentsOrAttachments extends CommandInterceptor {

    private static final Set<Class<?>> REFUSED =
            Set.of(AddCommentCmd.class, UpdateCommentCmd.class, CreateAttachmentCmd.class, SaveAttachmentCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        if (REFUSED.contains(command.getClass())) {
            throw new AuthorizationException("Comments and attachments are not allowed");
        }
        return next.execute(command);
    }
}
