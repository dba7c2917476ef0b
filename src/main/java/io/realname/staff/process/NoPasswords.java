package io.realname.staff.process;

import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * No password is right while people log in at the identity provider, whatever asks for one. It is not compared, so nobody can
 * guess it or lock a user.
 */
final class NoPasswords extends CommandInterceptor {

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T execute(Command<T> command) {
        return command instanceof CheckPassword ? (T) Boolean.FALSE : next.execute(command);
    }
}
