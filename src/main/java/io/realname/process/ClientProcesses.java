package io.realname.process;

import io.realname.application.ApplicationKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The processes that clients may start. */
@Component
public class ClientProcesses {

    private final List<ClientProcess> processes;

    ClientProcesses(List<ClientProcess> processes) {
        this.processes = List.copyOf(processes);
    }

    public List<ClientProcess> all() {
        return processes;
    }

    public boolean contains(String key) {
        return processes.stream().anyMatch(process -> process.key().equals(key));
    }

    /** The key of the process for a kind of application. */
    public String keyOf(ApplicationKind kind) {
        return processes.stream()
                .filter(process -> process.kind() == kind)
                .map(ClientProcess::key)
                .findFirst()
                .orElseThrow();
    }
}
