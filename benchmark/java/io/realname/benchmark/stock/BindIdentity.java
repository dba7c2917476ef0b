package io.realname.benchmark.stock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** "Bind identity" */
@Profile(StockApplication.PROFILE)
@Component
class BindIdentity implements JavaDelegate {

    private final JdbcClient jdbc;

    BindIdentity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void execute(DelegateExecution execution) {
        jdbc.sql("""
                        insert into verified_identity (document_type, document_number, account, real_name)
                        values (?, ?, ?, ?)
                        """)
                .params(
                        execution.getVariable("documentType"),
                        execution.getVariable("documentNumber"),
                        execution.getVariable("account"),
                        execution.getVariable("realName"))
                .update();
    }
}
