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
 * Takes no comments and attachments, from anybody: what people write tells of people, and the engine keeps it in plain.
 * It also lets whoever is logged in write them, to any task.
 */
final class NoCommentsOrAttachments extends CommandInterceptor {

    private static final Set<Class<?>> REFUSED =
            Set.of(AddCommentCmd.class, UpdateCommentCmd.class, CreateAttachmentCmd.class, SaveAttachmentCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        if (REFUSED.contains(command.getClass())) {
            throw new AuthorizationException("The engine keeps no comments and no attachments");
        }
        return next.execute(command);
    }
}
